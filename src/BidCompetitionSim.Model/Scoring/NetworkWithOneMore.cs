using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// The network of a run that is over with one segment more: what a project that was turned down would have carried cannot be read off a network
/// without it. Scratch of its owner; nothing allocates after construction.
/// </summary>
internal sealed class NetworkWithOneMore
{
    private readonly CompiledSystem system;
    private readonly int width;
    private readonly Memory<int> ways; // [segment asked for, its end, place]: as of the last snapshot looked at
    private readonly int[] followed; // by segment asked for: number of edges that its ways know of
    private readonly Memory<int> toEndA; // [place, snapshot]
    private readonly Memory<int> toEndB;
    private readonly CostTable? table;
    private readonly int[] costs;
    private readonly Edge[] edges;
    private readonly Unbuilt[] unbuilt;
    private readonly int[] from; // by segment asked for: the first snapshot that matters to it
    private readonly int[] years;
    private Record record = null!;
    private NetworkHistory history = null!;
    private int count;

    public NetworkWithOneMore(CompiledSystem system)
    {
        this.system = system;
        var (places, segments) = (system.Places.Length, system.Segments.Length);
        width = CacheLines.PaddedLength(places);
        ways = CacheLines.Allocate(2 * segments * width);
        (toEndA, toEndB) = (CacheLines.Allocate(places * PairRows.Count), CacheLines.Allocate(places * PairRows.Count));
        if (Array.Exists(system.ReplacedLinks, links => links.Length > 0)) table = new CostTable(places, system.Interfaces);
        costs = new int[system.Pairs.Count];
        unbuilt = new Unbuilt[segments];
        (followed, from, years) = (new int[segments], new int[segments], new int[segments]);
        edges = new Edge[system.LinkEdges.Length + segments];
    }

    /// <summary>Asks about segments that were not built, had each been built in a standard and no other of them.</summary>
    public void Ask(Record record, NetworkHistory history, ReadOnlySpan<Unbuilt> segments)
    {
        (this.record, this.history, count) = (record, history, segments.Length);
        segments.CopyTo(unbuilt);
        for (var k = 0; k < count; k++)
        {
            (from[k], years[k], followed[k]) = (history.EpochOn(unbuilt[k].ClosedDay), 0, 0);
            if (table is not null) continue;
            ref readonly var edge = ref EdgeOf(k);
            history.Freight.AtStart(EndOf(edge.PlaceA, edge.Standard))[..width].CopyTo(WaysOf(2 * k));
            history.Freight.AtStart(EndOf(edge.PlaceB, edge.Standard))[..width].CopyTo(WaysOf(2 * k + 1));
        }
    }

    /// <summary>Finds F of those segments in a few successive snapshots (docs/model.md §4.8), from the one on in which each would have been closed.</summary>
    /// <param name="first">The first of them; they follow those of the last call, from the history's first one on.</param>
    /// <param name="through">g*/g of all pairs in them, without the segments.</param>
    /// <param name="reaches">[segment][snapshot].</param>
    public void FillReaches(int first, PairRows through, double[][] reaches)
    {
        var end = Math.Min(first + PairRows.Count, history.Count);
        for (var k = 0; k < count; k++)
        {
            if (from[k] >= end) continue;
            var own = reaches[unbuilt[k].Local];
            if (table is null)
            {
                LookAt(k, Math.Max(first, from[k]), end);
                system.Demand.Needing(unbuilt[k].Local).ReachesWith(EdgeOf(k).Cost, toEndA.Span, toEndB.Span, through, own.AsSpan(first));
                continue;
            }
            for (var epoch = Math.Max(first, from[k]); epoch < end; epoch++)
                if (IsAskedFor(epoch, unbuilt[k].ClosedDay, ref years[k])) own[epoch] = Reach(epoch, unbuilt[k]);
        }
    }

    private ref readonly Edge EdgeOf(int k) => ref system.SegmentEdges[unbuilt[k].Local][unbuilt[k].Standard];

    private int EndOf(int place, int standard) => system.SegmentEnds.IndexOf(place, standard);

    private Span<int> WaysOf(int end) => ways.Span.Slice(end * width, width);

    // The ways to the ends of a segment as they were in some snapshots, those of a place side by side.
    private void LookAt(int k, int first, int end)
    {
        ref readonly var edge = ref EdgeOf(k);
        var (a, b) = (EndOf(edge.PlaceA, edge.Standard), EndOf(edge.PlaceB, edge.Standard));
        var waysA = WaysOf(2 * k);
        var waysB = WaysOf(2 * k + 1);
        var toA = toEndA.Span;
        var toB = toEndB.Span;
        for (var epoch = first; epoch < end; epoch++)
        {
            history.Freight.Follow(waysA, a, followed[k], epoch);
            history.Freight.Follow(waysB, b, followed[k], epoch);
            followed[k] = epoch;
            for (var (place, lane) = (0, epoch % PairRows.Count); lane < toA.Length; place++, lane += PairRows.Count)
                (toA[lane], toB[lane]) = (waysA[place], waysB[place]);
        }
    }

    // Whether the middle of some year since close falls in the epoch; years before it have been counted off.
    private bool IsAskedFor(int epoch, int closedDay, ref int year)
    {
        if (epoch + 1 == history.Count) return true;
        var asked = false;
        for (; ProjectDemand.MiddleOf(closedDay, year) < history.DayOf(epoch + 1); year++) asked = true;
        return asked;
    }

    private double Reach(int epoch, in Unbuilt segment)
    {
        var needing = system.Demand.Needing(segment.Local);
        if (needing.Indices.Length == 0) return 1;
        var then = costs.AsSpan(0, needing.Indices.Length);
        table!.Rebuild(EdgesWith(history.DayOf(epoch), segment));
        PlaceCosts.Of(table, needing.Places, then);
        return needing.ReachAt(then);
    }

    // A segment that takes an old line away can only be followed by a fresh search; it is rare.
    private ReadOnlySpan<Edge> EdgesWith(int day, in Unbuilt segment)
    {
        var count = 0;
        for (var link = 0; link < system.LinkEdges.Length; link++)
            if (!IsReplaced(day, link, segment.Local)) edges[count++] = system.LinkEdges[link];
        for (var other = 0; other < system.Segments.Length; other++)
            if (IsOpen(day, other)) edges[count++] = system.SegmentEdges[other][record.Standards[system.Segments[other]]];
        edges[count++] = system.SegmentEdges[segment.Local][segment.Standard];
        return edges.AsSpan(0, count);
    }

    private bool IsReplaced(int day, int link, int local)
    {
        for (var other = 0; other < system.Segments.Length; other++)
            if ((other == local || IsOpen(day, other)) && Array.IndexOf(system.ReplacedLinks[other], link) >= 0) return true;
        return false;
    }

    private bool IsOpen(int day, int local) => record.CommissionedDays[system.Segments[local]] is >= 0 and var opened && opened <= day;
}

/// <summary>A segment that was not built, the standard it would have been built in, and the day on which it would have been closed.</summary>
internal readonly record struct Unbuilt(int Local, int Standard, int ClosedDay);
