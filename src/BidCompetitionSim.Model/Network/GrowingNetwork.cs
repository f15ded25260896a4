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
    private readonly EndWays ways;
    private readonly Arc[] added;
    private readonly int[] addedWays; // [edge, its end, place or node], without the edge itself
    private EndCosts start;
    private int count;

    /// <summary>A network of inherited edges.</summary>
    /// <param name="inherited">What it starts with.</param>
    /// <param name="mostAdded">Most edges ever added to it.</param>
    public GrowingNetwork(EndCosts inherited, int mostAdded)
    {
        this.inherited = start = inherited;
        drawnAgain = new EndCosts(inherited);
        ways = new EndWays(inherited);
        added = new Arc[mostAdded];
        addedWays = new int[2 * mostAdded * inherited.Width];
    }

    /// <summary>Back to the inherited edges.</summary>
    public void Reset() => StartFrom(inherited);

    /// <summary>Takes all edges away and puts those of a table in their place.</summary>
    public void Rebuild(CostTable table)
    {
        drawnAgain.Fill(table);
        StartFrom(drawnAgain);
    }

    /// <summary>Adds an edge.</summary>
    public void Add(in Edge edge)
    {
        var own = AddedWays(count);
        ways.To(this, count, edge.PlaceA, edge.Standard).CopyTo(own);
        ways.To(this, count, edge.PlaceB, edge.Standard).CopyTo(own[start.Width..]);
        added[count++] = new Arc(start.Column(edge.PlaceA, edge.Standard), start.Column(edge.PlaceB, edge.Standard), edge.Cost);
    }

    /// <summary>Adds an edge and finds the costs of all pairs with it.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="now">Costs without it, in the order of <see cref="PairSet"/>.</param>
    /// <param name="then">Receives the costs with it; may be <paramref name="now"/> itself.</param>
    public void Add(in Edge edge, ReadOnlySpan<int> now, Span<int> then)
    {
        With(edge, now, then);
        Add(edge);
    }

    /// <summary>Costs of all pairs with one more edge, which is only imagined.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="now">Costs without it, in the order of <see cref="PairSet"/>.</param>
    /// <param name="then">Receives the costs with it; may be <paramref name="now"/> itself.</param>
    public void With(in Edge edge, ReadOnlySpan<int> now, Span<int> then)
    {
        var toEndA = ways.To(this, count, edge.PlaceA, edge.Standard)[..start.Places];
        var toEndB = ways.To(this, count, edge.PlaceB, edge.Standard)[..start.Places];
        AllPairs.Lower(edge.Cost, toEndA, toEndB, now, then);
    }

    /// <summary>The ways to an end as they were at the start.</summary>
    internal ReadOnlySpan<int> AtStart(int end) => start.Row(end);

    /// <summary>Brings the ways to an end up to date.</summary>
    /// <param name="to">Ways to it, as they were when only the first so many edges had been added.</param>
    /// <param name="from">How many.</param>
    /// <param name="until">The number of edges that have to be known.</param>
    internal void Follow(Span<int> to, int from, int until)
    {
        for (var k = from; k < until; k++)
        {
            ref readonly var arc = ref added[k];
            var (overA, overB) = (to[arc.ColumnA] + arc.Cost, to[arc.ColumnB] + arc.Cost);
            if (overA < to[arc.ColumnB]) RowMinimum.Lower(to, AddedWays(k)[start.Width..], overA, 0, start.Width - 1);
            else if (overB < to[arc.ColumnA]) RowMinimum.Lower(to, AddedWays(k)[..start.Width], overB, 0, start.Width - 1);
        }
    }

    private Span<int> AddedWays(int edge) => addedWays.AsSpan(2 * edge * start.Width, 2 * start.Width);

    private void StartFrom(EndCosts first)
    {
        (start, count) = (first, 0);
        ways.Forget();
    }

    private readonly record struct Arc(int ColumnA, int ColumnB, int Cost);
}
