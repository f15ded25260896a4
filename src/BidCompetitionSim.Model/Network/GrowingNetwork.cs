namespace BidCompetitionSim.Model.Network;

/// <summary>
/// A network that grows edge by edge. What one more edge brings to every pair of places follows from the ways to its two ends, so nothing else is
/// ever searched for: the costs of all pairs are the caller's, lowered edge by edge.
/// </summary>
/// <remarks>Costs are integers: the bits are those of a fresh search, whatever the order of the edges. Nothing but the constructor allocates.</remarks>
internal sealed class GrowingNetwork
{
    private readonly Edge[] inherited;
    private readonly SweptCosts sweeps;
    private readonly int[] toEndA;
    private readonly int[] toEndB;
    private readonly int[] edgeCosts;

    /// <summary>A network of inherited edges.</summary>
    /// <param name="order">Its places in the order of a sweep.</param>
    /// <param name="interfaces">Costs of changing standard.</param>
    /// <param name="inherited">Edges that it starts with.</param>
    /// <param name="mostAdded">Most edges ever added to them.</param>
    /// <param name="mostImagined">Most edges ever imagined at a time.</param>
    public GrowingNetwork(int[] order, InterfaceTable interfaces, Edge[] inherited, int mostAdded, int mostImagined)
    {
        this.inherited = inherited;
        sweeps = new SweptCosts(order, interfaces, inherited.Length + mostAdded, 2 * mostImagined);
        (toEndA, toEndB, edgeCosts) = (new int[order.Length], new int[order.Length], new int[mostImagined]);
        Reset();
    }

    /// <summary>Back to the inherited edges.</summary>
    public void Reset() => Rebuild(inherited);

    /// <summary>Takes all edges away and adds these.</summary>
    public void Rebuild(ReadOnlySpan<Edge> edges)
    {
        sweeps.Clear();
        foreach (ref readonly var edge in edges) sweeps.Add(edge);
    }

    /// <summary>Adds an edge.</summary>
    public void Add(in Edge edge) => sweeps.Add(edge);

    /// <summary>Imagines some edges, of which one will be looked at at a time.</summary>
    public void Imagine(ReadOnlySpan<Edge> edges)
    {
        sweeps.Begin(2 * edges.Length);
        for (var k = 0; k < edges.Length; k++)
        {
            edgeCosts[k] = edges[k].Cost;
            sweeps.StartAt(2 * k, edges[k].PlaceA, edges[k].Standard);
            sweeps.StartAt(2 * k + 1, edges[k].PlaceB, edges[k].Standard);
        }
        sweeps.Solve();
    }

    /// <summary>Costs of all pairs with one of the edges imagined.</summary>
    /// <param name="imagined">Which of them.</param>
    /// <param name="now">Costs without it, in the order of <see cref="PairSet"/>.</param>
    /// <param name="then">Receives the costs with it; may be <paramref name="now"/> itself.</param>
    public void With(int imagined, ReadOnlySpan<int> now, Span<int> then)
    {
        sweeps.CopyTo(2 * imagined, toEndA);
        sweeps.CopyTo(2 * imagined + 1, toEndB);
        AllPairs.Lower(edgeCosts[imagined], toEndA, toEndB, now, then);
    }

    /// <summary>Costs of chosen pairs with one of the edges imagined.</summary>
    /// <param name="imagined">Which of them.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="costs">Their costs without it, which are lowered.</param>
    public void With(int imagined, ReadOnlySpan<PlacePair> pairs, Span<int> costs)
    {
        sweeps.CopyTo(2 * imagined, toEndA);
        sweeps.CopyTo(2 * imagined + 1, toEndB);
        for (var p = 0; p < pairs.Length; p++)
        {
            var (i, j) = pairs[p];
            costs[p] = Math.Min(costs[p], edgeCosts[imagined] + Math.Min(toEndA[i] + toEndB[j], toEndB[i] + toEndA[j]));
        }
    }
}
