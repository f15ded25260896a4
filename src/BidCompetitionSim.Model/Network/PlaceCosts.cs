namespace BidCompetitionSim.Model.Network;

/// <summary>Reduces (place, standard) costs to costs between places: the least over the standards at both ends (docs/model.md §4.8).</summary>
public static class PlaceCosts
{
    /// <summary>Costs of chosen pairs of places.</summary>
    /// <param name="table">The table to reduce.</param>
    /// <param name="pairs">The pairs wanted.</param>
    /// <param name="costs">Receives their costs in pair order, up to <see cref="CostTable.Unreachable"/>.</param>
    public static void Of(CostTable table, ReadOnlySpan<PlacePair> pairs, Span<int> costs)
    {
        costs = costs[..pairs.Length];
        for (int p = 0; p < pairs.Length; p++)
        {
            costs[p] = Between(table, pairs[p].First, pairs[p].Second);
        }
    }

    /// <summary>Costs between all places.</summary>
    /// <param name="table">The table to reduce.</param>
    /// <param name="costs">Receives places × places costs, row by row; the diagonal is 0.</param>
    public static void Of(CostTable table, Span<int> costs)
    {
        for (int i = 0; i < table.Places; i++)
        {
            for (int j = 0; j < table.Places; j++)
            {
                costs[i * table.Places + j] = Between(table, i, j);
            }
        }
    }

    /// <summary>Least costs from one node to every place, in any standard there.</summary>
    internal static void FromNode(CostTable table, int node, Span<int> costs)
    {
        ReadOnlySpan<int> row = table.RowAsKept(node);
        int standards = table.Standards;
        for (int place = 0; place < costs.Length; place++)
        {
            costs[place] = Least(row.Slice(place * standards, standards));
        }
    }

    /// <summary>Lowers costs to every place by the ways through one node at a cost.</summary>
    internal static void LowerFromNode(CostTable table, int node, int cost, Span<int> costs)
    {
        ReadOnlySpan<int> row = table.RowAsKept(node);
        int standards = table.Standards;
        for (int place = 0; place < costs.Length; place++)
        {
            costs[place] = Math.Min(costs[place], cost + Least(row.Slice(place * standards, standards)));
        }
    }

    private static int Between(CostTable table, int i, int j)
    {
        int standards = table.Standards;
        int least = CostTable.Unreachable;
        for (int standard = 0; standard < standards; standard++)
        {
            ReadOnlySpan<int> row = table.RowAsKept(i * standards + standard);
            least = Math.Min(least, Least(row.Slice(j * standards, standards)));
        }

        return least;
    }

    private static int Least(ReadOnlySpan<int> costs)
    {
        int least = costs[0];
        for (int i = 1; i < costs.Length; i++)
        {
            least = Math.Min(least, costs[i]);
        }

        return least;
    }
}
