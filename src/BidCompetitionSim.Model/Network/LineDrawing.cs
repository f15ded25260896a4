namespace BidCompetitionSim.Model.Network;

/// <summary>
/// Which lines of a system are drawn for <see cref="SweptCosts"/>, and the arcs that follow. Every line that may ever be drawn has its place in the
/// courses of the sweeps from the start; only those into places where something changed are found again.
/// </summary>
internal sealed class LineDrawing
{
    private const int None = -1;

    private readonly InterfaceTable interfaces;
    private readonly int standards;
    private readonly int rowBytes;
    private readonly Line[] lines;
    private readonly int[] linesAt; // [position, standard]
    private readonly int[] used; // [position, how many before it]: the standards drawn there
    private readonly int[] usedCount; // by position
    private readonly bool[] isStale; // by position
    private readonly int[] stale; // positions whose arcs are to be found again
    private int staleCount;
    private int shut = None;

    /// <param name="positions">By place: its position in a sweep.</param>
    /// <param name="interfaces">Costs of changing standard within a place.</param>
    /// <param name="lines">Every line that may be drawn; only its places matter here.</param>
    /// <param name="rowBytes">How far the rows of two nodes are apart.</param>
    public LineDrawing(int[] positions, InterfaceTable interfaces, ReadOnlySpan<Edge> lines, int rowBytes)
    {
        (this.interfaces, this.rowBytes) = (interfaces, rowBytes);
        standards = interfaces.Standards;
        var places = positions.Length;
        this.lines = new Line[lines.Length];
        for (var k = 0; k < lines.Length; k++)
        {
            var (a, b) = (positions[lines[k].PlaceA], positions[lines[k].PlaceB]);
            this.lines[k] = new Line { First = Math.Min(a, b), Last = Math.Max(a, b), Standard = None };
        }
        linesAt = new int[places * standards];
        // Without standards there is nothing to change into: every place has its one row from the start.
        if (standards == 1) Array.Fill(linesAt, 1);
        (used, usedCount) = (new int[places * standards], new int[places]);
        (stale, isStale) = (new int[places], new bool[places]);
        (Forward, Backward) = (new SweepCourse(places, lines.Length, standards), new SweepCourse(places, lines.Length, standards));
        for (var k = 0; k < places; k++)
        {
            Forward.Come(k);
            Backward.Come(places - 1 - k);
            for (var line = 0; line < lines.Length; line++)
            {
                if (this.lines[line].Last == k) this.lines[line].Forward = Forward.Reach(k, line);
                if (this.lines[line].First == places - 1 - k) this.lines[line].Backward = Backward.Reach(places - 1 - k, line);
            }
        }
        for (var position = 0; position < places; position++) MarkStale(position);
    }

    /// <summary>What a sweep from the first place to the last one meets.</summary>
    public SweepCourse Forward { get; }

    /// <summary>What a sweep from the last place to the first one meets.</summary>
    public SweepCourse Backward { get; }

    /// <summary>Standards of the lines drawn at a position, ascending, as of the last refreshing.</summary>
    public ReadOnlySpan<int> StandardsAt(int position) => used.AsSpan(position * standards, usedCount[position]);

    /// <summary>Those of them for which a step has no row, where there are such.</summary>
    public ReadOnlySpan<int> FurtherStandardsAt(int position) => StandardsAt(position)[SweepCourse.MostRows..];

    /// <summary>Draws a line, or draws it anew.</summary>
    /// <param name="line">Its index among those that may be drawn.</param>
    /// <param name="standard">Its standard.</param>
    /// <param name="cost">Its cost.</param>
    public void Draw(int line, int standard, int cost)
    {
        ref var drawn = ref lines[line];
        if (drawn.Standard == standard && drawn.Cost == cost) return;
        Erase(line);
        (drawn.Standard, drawn.Cost) = (standard, cost);
        if (LinesAt(drawn.First, standard)++ == 0) MarkStale(drawn.First);
        if (LinesAt(drawn.Last, standard)++ == 0) MarkStale(drawn.Last);
        FindArcs(drawn);
    }

    /// <summary>Erases a line, if it is drawn.</summary>
    public void Erase(int line)
    {
        ref var drawn = ref lines[line];
        if (drawn.Standard == None) return;
        if (--LinesAt(drawn.First, drawn.Standard) == 0) MarkStale(drawn.First);
        if (--LinesAt(drawn.Last, drawn.Standard) == 0) MarkStale(drawn.Last);
        drawn.Standard = None;
        FindArcs(drawn);
    }

    /// <summary>Lets nothing pass over a line, and over the one that was shut before again: cheaper than to erase it and draw it anew.</summary>
    public void Shut(int line)
    {
        if (line == shut) return;
        if (shut != None) Shut(ref lines[shut], isShut: false);
        Shut(ref lines[line], isShut: true);
        shut = line;
    }

    /// <summary>Finds the arcs of all that has changed.</summary>
    public void Refresh()
    {
        foreach (var position in stale.AsSpan(0, staleCount))
        {
            isStale[position] = false;
            FindUsed(position);
            FindArcs(Forward, position);
            FindArcs(Backward, position);
        }
        staleCount = 0;
    }

    private void MarkStale(int position)
    {
        if (isStale[position]) return;
        isStale[position] = true;
        stale[staleCount++] = position;
    }

    private void Shut(ref Line line, bool isShut)
    {
        line.IsShut = isShut;
        if (line.Standard != None) FindArcs(line);
    }

    private void FindUsed(int position)
    {
        var count = 0;
        for (var standard = 0; standard < standards; standard++)
            if (LinesAt(position, standard) > 0) used[position * standards + count++] = standard;
        usedCount[position] = count;
    }

    // Where the standards of a place stay what they were, those of one line are all there is to find.
    private void FindArcs(in Line line)
    {
        if (!isStale[line.Last]) FindArc(Forward, line.Last, line.Forward);
        if (!isStale[line.First]) FindArc(Backward, line.First, line.Backward);
    }

    private void FindArcs(SweepCourse course, int position)
    {
        var own = StandardsAt(position);
        ref var step = ref course.StepAt(position);
        step.RowA = RowOf(position, own.IsEmpty ? 0 : own[0]);
        step.RowB = own.Length > 1 ? RowOf(position, own[1]) : step.RowA;
        step.RowC = own.Length > 2 ? RowOf(position, own[2]) : step.RowA;
        step.Further = Math.Max(0, own.Length - SweepCourse.MostRows);
        step.Others = step.Further * step.Arcs;
        for (var k = step.First; k < step.First + step.Arcs; k++) FindArc(course, position, k);
    }

    private void FindArc(SweepCourse course, int position, int k)
    {
        var own = StandardsAt(position);
        ref readonly var line = ref lines[course.Lines[k]];
        var isOpen = line.Standard != None && !line.IsShut;
        ref readonly var step = ref course.StepAt(position);
        ref var arc = ref course.Arcs[k];
        arc.From = isOpen ? RowOf(line.First + line.Last - position, line.Standard) : step.RowA;
        arc.ToA = isOpen ? CostInto(line, own, 0) : CostTable.Unreachable;
        arc.ToB = isOpen ? CostInto(line, own, 1) : CostTable.Unreachable;
        arc.ToC = isOpen ? CostInto(line, own, 2) : CostTable.Unreachable;
        var others = own.Length - SweepCourse.MostRows;
        for (var n = 0; n < others; n++)
            course.Others[step.FirstOther + (k - step.First) * others + n] = new SweepCourse.OtherArc(
                arc.From, RowOf(position, own[SweepCourse.MostRows + n]), isOpen ? CostInto(line, own, SweepCourse.MostRows + n) : CostTable.Unreachable);
    }

    private int CostInto(in Line line, ReadOnlySpan<int> own, int k) =>
        k < own.Length ? line.Cost + interfaces.Seconds(line.Standard, own[k]) : CostTable.Unreachable;

    private nint RowOf(int position, int standard) => (position * standards + standard) * rowBytes;

    private ref int LinesAt(int position, int standard) => ref linesAt[position * standards + standard];

    /// <summary>A line between two positions.</summary>
    private struct Line
    {
        public int First;
        public int Last;
        public int Standard;
        public int Cost;
        public bool IsShut;
        public int Forward; // its arcs
        public int Backward;
    }
}
