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

    /// <summary>F of a segment that was not built, in every epoch of the history, had it been built in a standard (docs/model.md §4.8).</summary>
    public void FillReach(Record record, NetworkHistory history, int local, int standard, Span<double> reaches)
    {
        Array.Clear(built);
        built[local] = true;
        table.CopyFrom(inherited);
        table.Add(system.SegmentEdges[local][standard]);
        for (var epoch = 0; epoch < history.Count; epoch++)
        {
            AddUntil(record, history.DayOf(epoch));
            if (replaces) Rebuild(record, local, standard);
            reaches[epoch] = Reach(local);
        }
    }

    private void AddUntil(Record record, int day)
    {
        for (var other = 0; other < built.Length; other++)
        {
            var opened = record.CommissionedDays[system.Segments[other]];
            if (built[other] || opened < 0 || opened > day) continue;
            built[other] = true;
            table.Add(system.SegmentEdges[other][record.Standards[system.Segments[other]]]);
        }
    }

    private void Rebuild(Record record, int local, int standard)
    {
        var count = 0;
        for (var link = 0; link < system.LinkEdges.Length; link++)
            if (!IsReplaced(link)) edges[count++] = system.LinkEdges[link];
        for (var other = 0; other < built.Length; other++)
            if (built[other]) edges[count++] = system.SegmentEdges[other][other == local ? standard : record.Standards[system.Segments[other]]];
        table.Rebuild(edges.AsSpan(0, count));
    }

    private bool IsReplaced(int link)
    {
        for (var other = 0; other < built.Length; other++)
            if (built[other] && Array.IndexOf(system.ReplacedLinks[other], link) >= 0) return true;
        return false;
    }

    private double Reach(int local)
    {
        var needing = system.Demand.PairsNeeding(local);
        if (needing.IsEmpty) return 1;
        PlaceCosts.Of(table, needingPairs[local], costs);
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
