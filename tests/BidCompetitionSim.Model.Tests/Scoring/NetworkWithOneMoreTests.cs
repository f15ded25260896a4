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
        var parts = new NetworkParts(compiled);
        var courses = Array.ConvertAll(
            compiled.Systems, system => new NetworkCourse(system, parts.CostsOf(Array.IndexOf(compiled.Systems, system), [], []), 1));
        var looked = 0;
        for (uint k = 0; k < 60; k++)
        {
            replication.Run(5, k);
            for (var s = 0; s < compiled.Systems.Length; s++)
            {
                var (system, history, record) = (compiled.Systems[s], replication.Kernel.Networks[s], replication.Kernel.Record);
                Unbuilt[] unbuilt = [.. Enumerable.Range(0, system.Segments.Length).Where(local => record.Status[system.Segments[local]] != Status.Commissioned)
                    .Select(local => new Unbuilt(local, system.Awards[local % system.Awards.Length], history.DayOf((int)(local * k) % history.Count)))];
                courses[s].Follow(history, record, Array.ConvertAll(system.Segments, _ => int.MaxValue), unbuilt);
                foreach (var segment in unbuilt)
                {
                    // Where old lines are taken away, only those snapshots are looked at in which some year has its middle: the last one always is.
                    var isGrowing = system.ReplacedLinks.All(links => links.Length == 0);
                    for (var snapshot = isGrowing ? history.EpochOn(segment.ClosedDay) : history.Count - 1; snapshot < history.Count; snapshot++, looked++)
                        courses[s].ReachOf(segment.Local)[snapshot].ShouldBe(
                            system.Demand.Of(segment.Local, Drawn(system, record, history.DayOf(snapshot), segment)));
                }
            }
        }
        looked.ShouldBeGreaterThan(20);
    }

    private static int[] Drawn(CompiledSystem system, Record record, int day, Unbuilt more)
    {
        var table = new CostTable(system.Places.Length, system.Interfaces);
        table.Rebuild([.. system.LinkEdges]);
        for (var local = 0; local < system.Segments.Length; local++)
        {
            var segment = system.Segments[local];
            if (record.CommissionedDays[segment] is >= 0 and var opened && opened <= day) table.Add(system.SegmentEdges[local][record.Standards[segment]]);
        }
        table.Add(system.SegmentEdges[more.Local][more.Standard]);
        var costs = new int[system.Pairs.Count];
        PlaceCosts.Of(table, system.Pairs.Pairs, costs);
        return costs;
    }
}
