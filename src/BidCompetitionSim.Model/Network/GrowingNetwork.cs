using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BidCompetitionSim.Model.Network;

/// <summary>
/// A network that grows edge by edge. What one more edge brings to every pair of places follows from the ways to its two ends, so nothing else is
/// ever searched for: the costs of all pairs are the caller's, lowered edge by edge.
/// </summary>
/// <remarks>
/// The ways to an end as they were at the start are known; an edge added since brings the end closer to either of its own ends or changes nothing,
/// so the ways as they are follow from those of the edges before, in the order in which they were added: how far an end was from an edge's own
/// ends when that was added, the ways to those tell. Costs are integers: the bits are those of a fresh search, whatever that order. Nothing but
/// the constructor allocates.
/// </remarks>
internal sealed class GrowingNetwork
{
    private readonly EndCosts inherited;
    private readonly EndCosts drawnAgain;
    private readonly EndWays ways;
    private readonly int[] addedCosts;
    private readonly Memory<int> addedWays; // [edge, its end, place or node], without the edge itself
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
        addedCosts = new int[mostAdded];
        addedWays = CacheLines.Allocate(2 * mostAdded * inherited.Width);
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
        addedCosts[count] = edge.Cost;
        FindWays(AddedWays(count), start.IndexOf(edge.PlaceA, edge.Standard));
        FindWays(AddedWays(count)[start.Width..], start.IndexOf(edge.PlaceB, edge.Standard));
        count++;
    }

    /// <summary>Adds an edge and finds the pairs that it brings closer.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="now">Costs without it, in the order of <see cref="PairSet"/>, with <see cref="CloserPairs.Slack"/>.</param>
    /// <param name="closer">Receives them.</param>
    public void Add(in Edge edge, ReadOnlySpan<int> now, CloserPairs closer)
    {
        Add(edge);
        closer.Find(edge.Cost, AddedWays(count - 1), 0, start.Width, now);
    }

    /// <summary>Finds the pairs that one more edge would bring closer.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="now">Costs without it, in the order of <see cref="PairSet"/>, with <see cref="CloserPairs.Slack"/>.</param>
    /// <param name="closer">Receives them.</param>
    public void Imagine(in Edge edge, ReadOnlySpan<int> now, CloserPairs closer)
    {
        var toEndA = ways.RowTo(this, count, edge.PlaceA, edge.Standard);
        closer.Find(edge.Cost, ways.Ways, toEndA, ways.RowTo(this, count, edge.PlaceB, edge.Standard), now);
    }

    /// <summary>Whether an edge would bring the same pairs closer by as much as another between the same places that was imagined since the last was added.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="other">The other; false if it was not imagined.</param>
    public bool IsAlike(in Edge edge, in Edge other) => edge.Cost == other.Cost
        && ways.AreAlike(count, ways.RowTo(this, count, edge.PlaceA, edge.Standard), other.PlaceA, other.Standard)
        && ways.AreAlike(count, ways.RowTo(this, count, edge.PlaceB, edge.Standard), other.PlaceB, other.Standard);

    /// <summary>The ways to an end as they were at the start.</summary>
    internal ReadOnlySpan<int> AtStart(int end) => start.Row(end);

    /// <summary>Brings the ways to an end up to date.</summary>
    /// <param name="to">Whole cache lines of the ways to it, as they were when only the first so many edges had been added.</param>
    /// <param name="end">Which end.</param>
    /// <param name="from">How many.</param>
    /// <param name="until">The number of edges that have to be known.</param>
    internal void Follow(Span<int> to, int end, int from, int until)
    {
        // Four cache lines at once are kept at hand while the edges pass by; where fewer are left, the last one stands for those beyond.
        var (width, column, last) = (start.Width, start.Places + end, to.Length / Vector512<int>.Count - 1);
        ref var added = ref MemoryMarshal.GetReference(addedWays.Span);
        ref var addedCost = ref MemoryMarshal.GetArrayDataReference(addedCosts);
        ref var target = ref Unsafe.As<int, Vector512<int>>(ref MemoryMarshal.GetReference(to));
        for (var line = 0; line <= last; line += 4)
        {
            var (second, third, fourth) = (Math.Min(line + 1, last), Math.Min(line + 2, last), Math.Min(line + 3, last));
            var (a, b, c, d) = (Unsafe.Add(ref target, line), Unsafe.Add(ref target, second), Unsafe.Add(ref target, third), Unsafe.Add(ref target, fourth));
            for (var k = from; k < until; k++)
            {
                // Over each edge from the end of it that is nearer, by masks: neither which it is nor whether that brings anything can be foretold.
                ref var toA = ref Unsafe.Add(ref added, 2 * k * width);
                var (viaA, viaB) = (Unsafe.Add(ref toA, column), Unsafe.Add(ref toA, width + column));
                var isNearerA = (viaA - viaB) >> 31;
                ref var source = ref Unsafe.As<int, Vector512<int>>(ref Unsafe.Add(ref toA, width & isNearerA));
                var detour = Vector512.Create(viaB + ((viaA - viaB) & isNearerA) + Unsafe.Add(ref addedCost, k));
                a = Vector512.Min(a, Unsafe.Add(ref source, line) + detour);
                b = Vector512.Min(b, Unsafe.Add(ref source, second) + detour);
                c = Vector512.Min(c, Unsafe.Add(ref source, third) + detour);
                d = Vector512.Min(d, Unsafe.Add(ref source, fourth) + detour);
            }
            (Unsafe.Add(ref target, line), Unsafe.Add(ref target, second), Unsafe.Add(ref target, third), Unsafe.Add(ref target, fourth)) = (a, b, c, d);
        }
    }

    private Span<int> AddedWays(int edge) => addedWays.Span.Slice(2 * edge * start.Width, 2 * start.Width);

    private void FindWays(Span<int> to, int end)
    {
        AtStart(end).CopyTo(to);
        Follow(to[..start.Width], end, 0, count);
    }

    private void StartFrom(EndCosts first)
    {
        (start, count) = (first, 0);
        ways.Forget();
    }
}
