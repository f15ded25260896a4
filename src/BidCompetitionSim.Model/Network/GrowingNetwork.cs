namespace BidCompetitionSim.Model.Network;

/// <summary>
/// A network that grows edge by edge. What one more edge brings to every pair of places follows from the ways to its two ends, so nothing else is
/// ever searched for: the costs of all pairs are the caller's, lowered edge by edge.
/// </summary>
/// <remarks>
/// The ways to an end as they were at the start are known; an edge added since brings the end closer to either of its own ends or changes nothing,
/// so the ways as they are follow from those of the edges before, in the order in which they were added. Costs are integers: the bits are those
/// of a fresh search, whatever that order. Nothing but the constructor allocates.
/// </remarks>
internal sealed class GrowingNetwork
{
    private readonly EndCosts inherited;
    private readonly EndCosts drawnAgain;
    private readonly Arc[] added;
    private readonly int[] addedWays; // [edge, its end, place or node], without the edge itself
    private readonly int[] imaginedWays; // likewise
    private readonly int[] imaginedCosts;
    private EndCosts start;
    private int count;

    /// <summary>A network of inherited edges.</summary>
    /// <param name="inherited">What it starts with.</param>
    /// <param name="mostAdded">Most edges ever added to it.</param>
    /// <param name="mostImagined">Most edges ever imagined at a time.</param>
    public GrowingNetwork(EndCosts inherited, int mostAdded, int mostImagined)
    {
        this.inherited = start = inherited;
        drawnAgain = new EndCosts(inherited);
        added = new Arc[mostAdded];
        addedWays = new int[2 * mostAdded * inherited.Width];
        imaginedWays = new int[2 * mostImagined * inherited.Width];
        imaginedCosts = new int[mostImagined];
    }

    /// <summary>Back to the inherited edges.</summary>
    public void Reset() => (start, count) = (inherited, 0);

    /// <summary>Takes all edges away and puts those of a table in their place.</summary>
    public void Rebuild(CostTable table)
    {
        drawnAgain.Fill(table);
        (start, count) = (drawnAgain, 0);
    }

    /// <summary>Adds an edge.</summary>
    public void Add(in Edge edge)
    {
        FindWays(edge, AddedWays(count));
        added[count++] = new Arc(start.Column(edge.PlaceA, edge.Standard), start.Column(edge.PlaceB, edge.Standard), edge.Cost);
    }

    /// <summary>Adds an edge and finds the costs of all pairs with it.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="now">Costs without it, in the order of <see cref="PairSet"/>.</param>
    /// <param name="then">Receives the costs with it; may be <paramref name="now"/> itself.</param>
    public void Add(in Edge edge, ReadOnlySpan<int> now, Span<int> then)
    {
        Add(edge);
        Lower(edge.Cost, AddedWays(count - 1), now, then);
    }

    /// <summary>Imagines some edges, of which one will be looked at at a time.</summary>
    public void Imagine(ReadOnlySpan<Edge> edges)
    {
        for (var k = 0; k < edges.Length; k++)
        {
            imaginedCosts[k] = edges[k].Cost;
            FindWays(edges[k], ImaginedWays(k));
        }
    }

    /// <summary>Costs of all pairs with one of the edges imagined.</summary>
    /// <param name="imagined">Which of them.</param>
    /// <param name="now">Costs without it, in the order of <see cref="PairSet"/>.</param>
    /// <param name="then">Receives the costs with it; may be <paramref name="now"/> itself.</param>
    public void With(int imagined, ReadOnlySpan<int> now, Span<int> then) => Lower(imaginedCosts[imagined], ImaginedWays(imagined), now, then);

    /// <summary>Costs of chosen pairs with one of the edges imagined.</summary>
    /// <param name="imagined">Which of them.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="costs">Their costs without it, which are lowered.</param>
    public void With(int imagined, ReadOnlySpan<PlacePair> pairs, Span<int> costs)
    {
        var ways = ImaginedWays(imagined);
        ReadOnlySpan<int> toEndA = ways[..start.Places], toEndB = ways.Slice(start.Width, start.Places);
        for (var p = 0; p < pairs.Length; p++)
        {
            var (i, j) = pairs[p];
            costs[p] = Math.Min(costs[p], imaginedCosts[imagined] + Math.Min(toEndA[i] + toEndB[j], toEndB[i] + toEndA[j]));
        }
    }

    private Span<int> AddedWays(int edge) => addedWays.AsSpan(2 * edge * start.Width, 2 * start.Width);

    private Span<int> ImaginedWays(int edge) => imaginedWays.AsSpan(2 * edge * start.Width, 2 * start.Width);

    private void Lower(int cost, ReadOnlySpan<int> ways, ReadOnlySpan<int> now, Span<int> then) =>
        AllPairs.Lower(cost, ways[..start.Places], ways.Slice(start.Width, start.Places), now, then);

    private void FindWays(in Edge edge, Span<int> ways)
    {
        FindWays(edge.PlaceA, edge.Standard, ways[..start.Width]);
        FindWays(edge.PlaceB, edge.Standard, ways[start.Width..]);
    }

    private void FindWays(int place, int standard, Span<int> ways)
    {
        start.Row(place, standard).CopyTo(ways);
        for (var k = 0; k < count; k++)
        {
            ref readonly var arc = ref added[k];
            var (overA, overB) = (ways[arc.ColumnA] + arc.Cost, ways[arc.ColumnB] + arc.Cost);
            if (overA < ways[arc.ColumnB]) RowMinimum.Lower(ways, AddedWays(k)[start.Width..], overA, 0, start.Width - 1);
            else if (overB < ways[arc.ColumnA]) RowMinimum.Lower(ways, AddedWays(k)[..start.Width], overB, 0, start.Width - 1);
        }
    }

    private readonly record struct Arc(int ColumnA, int ColumnB, int Cost);
}
