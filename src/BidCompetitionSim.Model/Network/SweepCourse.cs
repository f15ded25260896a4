namespace BidCompetitionSim.Model.Network;

/// <summary>What a sweep of <see cref="SweptCosts"/> in one direction meets, in order. Rows are counted in bytes.</summary>
internal sealed class SweepCourse(int places, int lines, int standards)
{
    /// <summary>How many of a place's standards are looked at side by side; more than three hardly ever meet.</summary>
    public const int MostRows = 3;

    private readonly int[] steps = new int[places]; // by position
    private readonly int others = Math.Max(0, standards - MostRows);
    private int come;
    private int reached;

    /// <summary>The places, in order.</summary>
    public Step[] Steps { get; } = new Step[places];

    /// <summary>Line of each arc.</summary>
    public int[] Lines { get; } = new int[lines];

    /// <summary>The arcs, in the order of the places that they lead to.</summary>
    public Arc[] Arcs { get; } = new Arc[lines];

    /// <summary>Arcs into further standards, where more meet.</summary>
    public OtherArc[] Others { get; } = new OtherArc[lines * Math.Max(0, standards - MostRows)];

    /// <summary>Where the sweep comes to a position.</summary>
    public ref Step StepAt(int position) => ref Steps[steps[position]];

    /// <summary>Lets it come to a position next.</summary>
    public void Come(int position)
    {
        steps[position] = come;
        Steps[come++] = new Step { First = reached, FirstOther = reached * others };
    }

    /// <summary>Lets it reach the position that it came to last along one more line.</summary>
    /// <returns>Index of the arc.</returns>
    public int Reach(int position, int line)
    {
        StepAt(position).Arcs++;
        Lines[reached] = line;
        return reached++;
    }

    /// <summary>
    /// A place: where the rows of up to three of its standards are, the first standing for those that are missing, and how many further ones there
    /// are; the arcs that lead to it; and those into further standards.
    /// </summary>
    public struct Step
    {
        public nint RowA;
        public nint RowB;
        public nint RowC;
        public int First;
        public int Arcs;
        public int Further;
        public int FirstOther;
        public int Others;
    }

    /// <summary>A line in one direction: from a row, at a cost to each of its place's three rows, which is unreachable where one is missing.</summary>
    public struct Arc
    {
        public nint From;
        public int ToA;
        public int ToB;
        public int ToC;
    }

    /// <summary>The same to one row.</summary>
    public readonly record struct OtherArc(nint From, nint To, int Cost);
}
