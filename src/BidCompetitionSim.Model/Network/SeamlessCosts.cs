namespace BidCompetitionSim.Model.Network;

/// <summary>Costs of all pairs of places with all interfaces free, found from nothing: one node a place makes that a matter of microseconds.</summary>
internal sealed class SeamlessCosts
{
    private readonly SweptCosts sweeps;

    /// <param name="order">Places in the order of a sweep.</param>
    /// <param name="lines">Every line that may be drawn.</param>
    public SeamlessCosts(int[] order, ReadOnlySpan<Edge> lines) => sweeps = new SweptCosts(order, InterfaceTable.Seamless, lines, order.Length);

    /// <summary>Draws a line, by its index among those that may be drawn.</summary>
    public void Draw(int line, int cost) => sweeps.Draw(line, 0, cost);

    /// <summary>Erases a line, if it is drawn.</summary>
    public void Erase(int line) => sweeps.Erase(line);

    /// <summary>Finds the costs of all pairs, in the order of <see cref="PairSet"/>.</summary>
    public void Find(Span<int> costs)
    {
        sweeps.Begin(sweeps.Places);
        for (var place = 0; place < sweeps.Places; place++) sweeps.StartAt(place, place);
        sweeps.Solve();
        for (var (first, pair) = (0, 0); first < sweeps.Places; first++)
        {
            var others = sweeps.Of(first)[(first + 1)..];
            others.CopyTo(costs[pair..]);
            pair += others.Length;
        }
    }
}
