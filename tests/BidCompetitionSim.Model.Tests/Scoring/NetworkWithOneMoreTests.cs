using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;
using Record = BidCompetitionSim.Model.Simulation.Record;

namespace BidCompetitionSim.Model.Tests.Scoring;

public sealed class NetworkWithOneMoreTests
{
    [Fact]
    public void A_segment_that_was_not_built_reaches_what_a_network_drawn_with_it_lets_through()
    {
        var compiled = new Compiled(Some.Scenario());
        var replication = new Replication(compiled, compiled.Scenario.Arms[0]);
        var imagined = Array.ConvertAll(compiled.Systems, system => new NetworkWithOneMore(system));
        var looked = 0;
        for (uint k = 0; k < 60; k++)
        {
            replication.Run(5, k);
            for (var s = 0; s < compiled.Systems.Length; s++)
            {
                var (system, history, record) = (compiled.Systems[s], replication.Kernel.Networks[s], replication.Kernel.Record);
                Unbuilt[] unbuilt = [.. Enumerable.Range(0, system.Segments.Length).Where(local => record.Status[system.Segments[local]] != Status.Commissioned)
                    .Select(local => new Unbuilt(local, system.Awards[local % system.Awards.Length], 0))];
                var reaches = Array.ConvertAll(system.Segments, _ => new double[system.Segments.Length + 1]);
                imagined[s].FillReaches(record, history, unbuilt, reaches);
                foreach (var segment in unbuilt)
                {
                    var last = history.Count - 1;
                    reaches[segment.Local][last].ShouldBe(system.Demand.Of(segment.Local, Drawn(system, record, segment)));
                    looked++;
                }
            }
        }
        looked.ShouldBeGreaterThan(20);
    }

    private static int[] Drawn(CompiledSystem system, Record record, Unbuilt more)
    {
        var table = new CostTable(system.Places.Length, system.Interfaces);
        table.Rebuild([.. system.LinkEdges]);
        for (var local = 0; local < system.Segments.Length; local++)
        {
            var segment = system.Segments[local];
            if (record.Status[segment] == Status.Commissioned) table.Add(system.SegmentEdges[local][record.Standards[segment]]);
        }
        table.Add(system.SegmentEdges[more.Local][more.Standard]);
        var costs = new int[system.Pairs.Count];
        PlaceCosts.Of(table, system.Pairs.Pairs, costs);
        return costs;
    }
}
