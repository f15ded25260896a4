namespace BidCompetitionSim.Model.Network;

/// <summary>
/// The ways from every place to every end at which an edge may be added to a growing network, each brought up to date when it is asked for: an end
/// that nobody asks about costs nothing. Scratch of its owner.
/// </summary>
internal sealed class EndWays
{
    private const int Unknown = -1;

    private readonly EndCosts ends;
    private readonly int width;
    private readonly Memory<int> ways; // [end, place]
    private readonly int[] followed; // by end: number of edges that its ways know of

    public EndWays(EndCosts ends)
    {
        this.ends = ends;
        width = CacheLines.PaddedLength(ends.Places + CloserPairs.Slack);
        ways = CacheLines.Allocate(ends.Count * width);
        followed = new int[ends.Count];
        Forget();
    }

    /// <summary>Ways to all ends: see <see cref="RowTo"/>.</summary>
    public ReadOnlySpan<int> Ways => ways.Span;

    /// <summary>Forgets the network, to follow it from its start.</summary>
    public void Forget() => Array.Fill(followed, Unknown);

    /// <summary>Where in <see cref="Ways"/> those to an end begin, by place.</summary>
    /// <param name="network">The network.</param>
    /// <param name="edges">How many of the edges added to it are there: no fewer than when the same end was last asked for.</param>
    /// <param name="place">Place of the end.</param>
    /// <param name="standard">Its standard.</param>
    public int RowTo(GrowingNetwork network, int edges, int place, int standard)
    {
        var end = ends.IndexOf(place, standard);
        var own = ways.Span.Slice(end * width, width);
        if (followed[end] == Unknown)
        {
            network.AtStart(end)[..width].CopyTo(own);
            followed[end] = 0;
        }
        if (followed[end] == edges) return end * width;
        network.Follow(own[..CacheLines.PaddedLength(ends.Places)], end, followed[end], edges);
        followed[end] = edges;
        return end * width;
    }

    /// <summary>Whether the ways to two ends are the same, from every place, and known to be.</summary>
    /// <param name="edges">How many edges the second has to know of.</param>
    /// <param name="row">Where in <see cref="Ways"/> those to the first begin.</param>
    /// <param name="place">Place of the second.</param>
    /// <param name="standard">Its standard.</param>
    public bool AreAlike(int edges, int row, int place, int standard)
    {
        var end = ends.IndexOf(place, standard);
        var all = ways.Span;
        return followed[end] == edges && all.Slice(row, ends.Places).SequenceEqual(all.Slice(end * width, ends.Places));
    }
}
