namespace BidCompetitionSim.Model.Network;

/// <summary>
/// The order of places in which <see cref="SweptCosts"/> takes few sweeps: by cost from one of them, so that most shortest paths lead towards it and
/// then away from it. Which one is best is found by trying, on the ideal network. It costs time, never bits.
/// </summary>
internal static class SweepOrder
{
    private const int MostTried = 64;

    /// <summary>Finds it.</summary>
    /// <param name="costs">Costs of all pairs.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="places">Number of places.</param>
    /// <param name="lines">The lines that make those costs.</param>
    public static int[] Of(ReadOnlySpan<int> costs, ReadOnlySpan<PlacePair> pairs, int places, ReadOnlySpan<Edge> lines)
    {
        int[] best = [];
        var fewest = int.MaxValue;
        var step = (places + MostTried - 1) / MostTried;
        for (var first = 0; first < places; first += step)
        {
            var order = By(CostsFrom(first, costs, pairs, places));
            var sweeps = SweepsIn(order, lines, step);
            if (sweeps >= fewest) continue;
            (best, fewest) = (order, sweeps);
        }
        return best;
    }

    private static int[] By(int[] costs)
    {
        var order = new int[costs.Length];
        for (var place = 0; place < order.Length; place++) order[place] = place;
        Array.Sort(order, (one, other) => (costs[one], one).CompareTo((costs[other], other)));
        return order;
    }

    private static int[] CostsFrom(int place, ReadOnlySpan<int> costs, ReadOnlySpan<PlacePair> pairs, int places)
    {
        var found = new int[places];
        for (var p = 0; p < pairs.Length; p++)
        {
            if (pairs[p].First == place) found[pairs[p].Second] = costs[p];
            if (pairs[p].Second == place) found[pairs[p].First] = costs[p];
        }
        return found;
    }

    private static int SweepsIn(int[] order, ReadOnlySpan<Edge> lines, int step)
    {
        var sources = (order.Length + step - 1) / step;
        var swept = new SweptCosts(order, InterfaceTable.Seamless, lines, sources);
        for (var line = 0; line < lines.Length; line++) swept.Draw(line, 0, lines[line].Cost);
        swept.Begin(sources);
        for (var place = 0; place < order.Length; place += step) swept.StartAt(place / step, place);
        return swept.Solve();
    }
}
