namespace BidCompetitionSim.Model.Network;

/// <summary>g* of docs/model.md §4.8, with and without each segment: everything built at its best design speed, interfaces free.</summary>
public sealed class IdealNetwork
{
    private readonly int[] costs;
    private readonly int[][] without;

    /// <summary>Compiles the ideal costs of all pairs.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="places">Number of places.</param>
    /// <param name="inherited">Links that exist before any segment.</param>
    /// <param name="segments">Every planned segment at its best design speed, in segment order; standards do not matter.</param>
    public IdealNetwork(PairSet pairs, int places, Edge[] inherited, Edge[] segments)
    {
        var table = new CostTable(places, InterfaceTable.Seamless);
        table.Rebuild([.. inherited, .. segments]);
        costs = Read(table, pairs);
        without = new int[segments.Length][];
        table.Rebuild(inherited);
        LeaveOut(table, pairs, segments, 0, segments.Length);
    }

    /// <summary>Number of segments.</summary>
    public int Segments => without.Length;

    /// <summary>g*, in pair order.</summary>
    public int[] Costs => costs;

    /// <summary>g* without one segment, in pair order.</summary>
    public int[] Without(int segment) => without[segment];

    // The table has all segments but those of a range. With the first half of them added it has all but the second half, and the other way round:
    // n·log n insertions where leaving each out by itself would take n².
    private void LeaveOut(CostTable table, PairSet pairs, Edge[] segments, int from, int to)
    {
        if (to - from == 1)
        {
            without[from] = Read(table, pairs);
        }

        if (to - from <= 1)
        {
            return;
        }

        int middle = (from + to) / 2;
        LeaveOut(With(table, segments.AsSpan(middle, to - middle)), pairs, segments, from, middle);
        LeaveOut(With(table, segments.AsSpan(from, middle - from)), pairs, segments, middle, to);
    }

    private static CostTable With(CostTable table, ReadOnlySpan<Edge> added)
    {
        var more = new CostTable(table.Places, InterfaceTable.Seamless);
        more.CopyFrom(table);
        foreach (ref readonly Edge edge in added)
        {
            more.Add(edge);
        }

        return more;
    }

    private static int[] Read(CostTable table, PairSet pairs)
    {
        var result = new int[pairs.Count];
        PlaceCosts.Of(table, pairs.Pairs, result);
        return result;
    }
}
