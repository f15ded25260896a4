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
    private readonly GrowingNetwork network;
    private readonly CostTable? table;
    private readonly PlacePair[][] needingPairs;
    private readonly int[] costs;
    private readonly Edge[] edges;
    private readonly Edge[] imagined;
    private readonly bool[] built;

    public NetworkWithOneMore(CompiledSystem system)
    {
        this.system = system;
        var segments = system.Segments.Length;
        network = new GrowingNetwork(system.SegmentEnds, segments, segments);
        if (Array.Exists(system.ReplacedLinks, links => links.Length > 0)) table = new CostTable(system.Places.Length, system.Interfaces);
        needingPairs = new PlacePair[segments][];
        for (var local = 0; local < segments; local++)
            needingPairs[local] = Array.ConvertAll(system.Demand.PairsNeeding(local).ToArray(), pair => system.Pairs.Pairs[pair]);
        costs = new int[system.Pairs.Count];
        edges = new Edge[system.LinkEdges.Length + segments];
        imagined = new Edge[segments];
        built = new bool[segments];
    }

    /// <summary>
    /// F of segments that were not built, in every epoch of the history from the one in which the first of them would have closed, had each been
    /// built in a standard and no other of them (docs/model.md §4.8). The history is played once for all of them.
    /// </summary>
    public void FillReaches(Record record, NetworkHistory history, ReadOnlySpan<Unbuilt> segments, double[][] reaches)
    {
        if (segments.IsEmpty) return;
        Array.Clear(built);
        network.Reset();
        for (var k = 0; k < segments.Length; k++) imagined[k] = system.SegmentEdges[segments[k].Local][segments[k].Standard];
        var first = history.Count;
        foreach (ref readonly var segment in segments) first = Math.Min(first, history.EpochOn(segment.ClosedDay));
        for (var epoch = first; epoch < history.Count; epoch++)
        {
            AddUntil(record, history.DayOf(epoch));
            if (table is null) network.Imagine(imagined.AsSpan(0, segments.Length));
            for (var k = 0; k < segments.Length; k++)
                if (epoch + 1 == history.Count || history.DayOf(epoch + 1) > segments[k].ClosedDay)
                    reaches[segments[k].Local][epoch] = Reach(record, history.ActualIn(epoch), segments[k], k);
        }
    }

    private void AddUntil(Record record, int day)
    {
        for (var other = 0; other < built.Length; other++)
        {
            var opened = record.CommissionedDays[system.Segments[other]];
            if (built[other] || opened < 0 || opened > day) continue;
            built[other] = true;
            network.Add(system.SegmentEdges[other][record.Standards[system.Segments[other]]]);
        }
    }

    private double Reach(Record record, ReadOnlySpan<int> actual, in Unbuilt segment, int k)
    {
        var needing = system.Demand.PairsNeeding(segment.Local);
        if (needing.IsEmpty) return 1;
        var pairs = needingPairs[segment.Local];
        if (table is null)
        {
            for (var p = 0; p < needing.Length; p++) costs[p] = actual[needing[p]];
            network.With(k, pairs, costs);
        }
        else
        {
            table.Rebuild(EdgesWith(record, segment));
            PlaceCosts.Of(table, pairs, costs);
        }
        double reached = 0, total = 0;
        for (var p = 0; p < needing.Length; p++)
        {
            var weight = system.Pairs.Weights[needing[p]];
            reached += weight * ((double)system.Ideal.Costs[needing[p]] / costs[p]);
            total += weight;
        }
        return reached / total;
    }

    // A segment that takes an old line away can only be followed by a fresh search; it is rare.
    private ReadOnlySpan<Edge> EdgesWith(Record record, in Unbuilt segment)
    {
        var count = 0;
        for (var link = 0; link < system.LinkEdges.Length; link++)
            if (!IsReplaced(link, segment.Local)) edges[count++] = system.LinkEdges[link];
        for (var other = 0; other < built.Length; other++)
            if (built[other]) edges[count++] = system.SegmentEdges[other][record.Standards[system.Segments[other]]];
        edges[count++] = system.SegmentEdges[segment.Local][segment.Standard];
        return edges.AsSpan(0, count);
    }

    private bool IsReplaced(int link, int local)
    {
        for (var other = 0; other < built.Length; other++)
            if ((built[other] || other == local) && Array.IndexOf(system.ReplacedLinks[other], link) >= 0) return true;
        return false;
    }
}

/// <summary>A segment that was not built, the standard it would have been built in, and the day on which it would have been closed.</summary>
internal readonly record struct Unbuilt(int Local, int Standard, int ClosedDay);
