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
        costs = Compute(table, pairs, [.. inherited, .. segments]);
        without = new int[segments.Length][];
        for (int s = 0; s < segments.Length; s++)
        {
            without[s] = Compute(table, pairs, [.. inherited, .. segments[..s], .. segments[(s + 1)..]]);
        }
    }

    /// <summary>Number of segments.</summary>
    public int Segments => without.Length;

    /// <summary>g*, in pair order.</summary>
    public int[] Costs => costs;

    /// <summary>g* without one segment, in pair order.</summary>
    public int[] Without(int segment) => without[segment];

    private static int[] Compute(CostTable table, PairSet pairs, Edge[] edges)
    {
        table.Rebuild(edges);
        var result = new int[pairs.Count];
        PlaceCosts.Of(table, pairs.Pairs, result);
        return result;
    }
}
