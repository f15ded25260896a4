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
    private readonly EndWays ways;
    private readonly CostTable? table;
    private readonly int[] costs;
    private readonly Edge[] edges;
    private readonly int[] years;

    public NetworkWithOneMore(CompiledSystem system)
    {
        this.system = system;
        var segments = system.Segments.Length;
        ways = new EndWays(system.SegmentEnds);
        if (Array.Exists(system.ReplacedLinks, links => links.Length > 0)) table = new CostTable(system.Places.Length, system.Interfaces);
        costs = new int[system.Pairs.Count];
        years = new int[segments];
        edges = new Edge[system.LinkEdges.Length + segments];
    }

    /// <summary>
    /// F of segments that were not built, in every epoch of the history in which the middle of a year since their close falls, had each been built
    /// in a standard and no other of them (docs/model.md §4.8).
    /// </summary>
    public void FillReaches(Record record, NetworkHistory history, ReadOnlySpan<Unbuilt> segments, double[][] reaches)
    {
        if (segments.IsEmpty) return;
        Array.Clear(years);
        ways.Forget();
        var first = history.Count;
        foreach (ref readonly var segment in segments) first = Math.Min(first, history.EpochOn(segment.ClosedDay));
        for (var epoch = first; epoch < history.Count; epoch++)
            for (var k = 0; k < segments.Length; k++)
                if (IsAskedFor(history, epoch, segments[k], ref years[k])) reaches[segments[k].Local][epoch] = Reach(record, history, epoch, segments[k]);
    }

    // Whether the middle of some year since close falls in the epoch; years before it have been counted off.
    private static bool IsAskedFor(NetworkHistory history, int epoch, in Unbuilt segment, ref int year)
    {
        if (epoch + 1 == history.Count) return true;
        var asked = false;
        for (; Appraiser.MiddleOf(segment.ClosedDay, year) < history.DayOf(epoch + 1); year++) asked = true;
        return asked;
    }

    private double Reach(Record record, NetworkHistory history, int epoch, in Unbuilt segment)
    {
        var needing = system.Demand.Needing(segment.Local);
        if (table is null)
        {
            ref readonly var edge = ref system.SegmentEdges[segment.Local][segment.Standard];
            var toEndA = ways.To(history.Freight, epoch, edge.PlaceA, edge.Standard);
            var toEndB = ways.To(history.Freight, epoch, edge.PlaceB, edge.Standard);
            return needing.ReachWith(edge.Cost, toEndA, toEndB, history.ActualIn(epoch));
        }
        if (needing.Indices.Length == 0) return 1;
        var then = costs.AsSpan(0, needing.Indices.Length);
        table.Rebuild(EdgesWith(record, history.DayOf(epoch), segment));
        PlaceCosts.Of(table, needing.Places, then);
        return needing.ReachAt(then);
    }

    // A segment that takes an old line away can only be followed by a fresh search; it is rare.
    private ReadOnlySpan<Edge> EdgesWith(Record record, int day, in Unbuilt segment)
    {
        var count = 0;
        for (var link = 0; link < system.LinkEdges.Length; link++)
            if (!IsReplaced(record, day, link, segment.Local)) edges[count++] = system.LinkEdges[link];
        for (var other = 0; other < system.Segments.Length; other++)
            if (IsOpen(record, day, other)) edges[count++] = system.SegmentEdges[other][record.Standards[system.Segments[other]]];
        edges[count++] = system.SegmentEdges[segment.Local][segment.Standard];
        return edges.AsSpan(0, count);
    }

    private bool IsReplaced(Record record, int day, int link, int local)
    {
        for (var other = 0; other < system.Segments.Length; other++)
            if ((other == local || IsOpen(record, day, other)) && Array.IndexOf(system.ReplacedLinks[other], link) >= 0) return true;
        return false;
    }

    private bool IsOpen(Record record, int day, int local) => record.CommissionedDays[system.Segments[local]] is >= 0 and var opened && opened <= day;
}

/// <summary>A segment that was not built, the standard it would have been built in, and the day on which it would have been closed.</summary>
internal readonly record struct Unbuilt(int Local, int Standard, int ClosedDay);
