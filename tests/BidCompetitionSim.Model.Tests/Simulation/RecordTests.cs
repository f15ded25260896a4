using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Simulation;

public sealed class RecordTests
{
    [Fact]
    public void Lines_are_as_let_and_lost_where_their_segments_are()
    {
        var scenario = Some.Scenario();
        var compiled = new Compiled(scenario);
        var seen = new HashSet<int>();
        foreach (var arm in scenario.Arms)
        {
            var replication = new Replication(compiled, arm);
            for (uint k = 0; k < 60; k++)
            {
                replication.Run(1, k);
                var record = replication.Kernel.Record;
                for (var s = 0; s < compiled.Segments.Length; s++)
                {
                    var line = record.LinesOf(compiled.Segments[s].System)[compiled.Segments[s].Local];
                    line.ShouldBe((sbyte)(record.IsCommitted(s) ? record.Standards[s] : record.IsLost(s) ? JunctionMap.NotBuilt : Model.Simulation.Record.Undecided));
                    seen.Add(line);
                }
            }
        }
        seen.ShouldContain(JunctionMap.NotBuilt);
        seen.Count.ShouldBeGreaterThan(2);
    }
}
