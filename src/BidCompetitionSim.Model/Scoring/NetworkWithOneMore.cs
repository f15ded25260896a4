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
    private readonly CostTable inherited;
    private readonly CostTable table;
    private readonly PlacePair[][] needingPairs;
    private readonly int[] costs;
    private readonly Edge[] edges;
    private readonly bool[] built;
    private readonly bool replaces;

    public NetworkWithOneMore(CompiledSystem system)
    {
        this.system = system;
        (inherited, table) = (new CostTable(system.Places.Length, system.Interfaces), new CostTable(system.Places.Length, system.Interfaces));
        inherited.Rebuild(system.LinkEdges);
        needingPairs = new PlacePair[system.Segments.Length][];
        for (var local = 0; local < needingPairs.Length; local++)
            needingPairs[local] = Array.ConvertAll(system.Demand.PairsNeeding(local).ToArray(), pair => system.Pairs.Pairs[pair]);
        costs = new int[system.Pairs.Count];
        edges = new Edge[system.LinkEdges.Length + system.Segments.Length];
        built = new bool[system.Segments.Length];
        replaces = Array.Exists(system.ReplacedLinks, links => links.Length > 0);
    }

    /// <summary>
    /// F of segments that were not built, in every epoch of the history, had each been built in a standard and no other of them
    /// (docs/model.md §4.8). The history is played once for all of them.
    /// </summary>
    public void FillReaches(Record record, NetworkHistory history, ReadOnlySpan<Unbuilt> segments, double[][] reaches)
    {
        if (segments.IsEmpty) return;
        Array.Clear(built);
        table.CopyFrom(inherited);
        for (var epoch = 0; epoch < history.Count; epoch++)
        {
            AddUntil(record, history.DayOf(epoch));
            foreach (ref readonly var segment in segments)
            {
                if (replaces) Rebuild(record, segment);
                reaches[segment.Local][epoch] = Reach(history.ActualIn(epoch), segment);
            }
        }
    }

    private void AddUntil(Record record, int day)
    {
        for (var other = 0; other < built.Length; other++)
        {
            var opened = record.CommissionedDays[system.Segments[other]];
            if (built[other] || opened < 0 || opened > day) continue;
            built[other] = true;
            if (!replaces) table.Add(system.SegmentEdges[other][record.Standards[system.Segments[other]]]);
        }
    }

    // A segment that takes an old line away can only be followed by a fresh search; it is rare.
    private void Rebuild(Record record, in Unbuilt segment)
    {
        var count = 0;
        for (var link = 0; link < system.LinkEdges.Length; link++)
            if (!IsReplaced(link, segment.Local)) edges[count++] = system.LinkEdges[link];
        for (var other = 0; other < built.Length; other++)
            if (built[other]) edges[count++] = system.SegmentEdges[other][record.Standards[system.Segments[other]]];
        edges[count++] = system.SegmentEdges[segment.Local][segment.Standard];
        table.Rebuild(edges.AsSpan(0, count));
    }

    private bool IsReplaced(int link, int local)
    {
        for (var other = 0; other < built.Length; other++)
            if ((built[other] || other == local) && Array.IndexOf(system.ReplacedLinks[other], link) >= 0) return true;
        return false;
    }

    private double Reach(ReadOnlySpan<int> actual, in Unbuilt segment)
    {
        var needing = system.Demand.PairsNeeding(segment.Local);
        if (needing.IsEmpty) return 1;
        var pairs = needingPairs[segment.Local];
        if (replaces)
        {
            PlaceCosts.Of(table, pairs, costs);
        }
        else
        {
            for (var k = 0; k < needing.Length; k++) costs[k] = actual[needing[k]];
            table.WhatIf(system.SegmentEdges[segment.Local][segment.Standard], pairs, costs, costs);
        }
        double reached = 0, total = 0;
        for (var k = 0; k < needing.Length; k++)
        {
            var weight = system.Pairs.Weights[needing[k]];
            reached += weight * ((double)system.Ideal.Costs[needing[k]] / costs[k]);
            total += weight;
        }
        return reached / total;
    }
}

/// <summary>A segment that was not built, and the standard it would have been built in.</summary>
internal readonly record struct Unbuilt(int Local, int Standard);
