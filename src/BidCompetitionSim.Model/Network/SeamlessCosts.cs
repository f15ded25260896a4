namespace BidCompetitionSim.Model.Network;

/// <summary>Costs of all pairs of places with all interfaces free, found from nothing: one node a place makes that a matter of microseconds.</summary>
internal sealed class SeamlessCosts
{
    private readonly SweptCosts sweeps;

    /// <param name="order">Places in the order of a sweep.</param>
    /// <param name="mostEdges">Most edges ever drawn.</param>
    public SeamlessCosts(int[] order, int mostEdges) => sweeps = new SweptCosts(order, InterfaceTable.Seamless, mostEdges, order.Length);

    /// <summary>Starts a drawing without edges.</summary>
    public void Clear() => sweeps.Clear();

    /// <summary>Draws edges.</summary>
    public void Add(ReadOnlySpan<Edge> edges)
    {
        foreach (ref readonly var edge in edges) sweeps.Add(edge);
    }

    /// <summary>Draws an edge.</summary>
    public void Add(in Edge edge) => sweeps.Add(edge);

    /// <summary>Finds the costs of all pairs, in the order of <see cref="PairSet"/>.</summary>
    public void Find(Span<int> costs)
    {
        sweeps.Begin(sweeps.Places);
        for (var place = 0; place < sweeps.Places; place++) sweeps.StartAt(place, place);
        sweeps.Solve();
        for (var (first, pair) = (0, 0); first < sweeps.Places; first++)
        {
            var others = sweeps.Of(first)[(first + 1)..sweeps.Places];
            others.CopyTo(costs[pair..]);
            pair += others.Length;
        }
    }
}
