using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Experiments.Runs.Recording;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Reports.Runs;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Reports.Tests.Runs;

public class RunJsonTests
{
    [Fact]
    public void A_document_reads_back_to_the_same_bytes()
    {
        var json = RunJson.Write(Played());

        RunJson.Write(RunJson.Read(json)).ShouldBe(json);
    }

    [Fact]
    public void The_committed_schema_is_the_one_that_the_records_give() =>
        Approved.Hold(RunSchema.Text(), "../../../docs/schemas/run.schema.json");

    [Fact]
    public void Every_member_of_the_schema_is_described()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(RunSchema.Text());
        var members = SchemaMembers.Of(schema.RootElement).ToArray();

        members.Length.ShouldBeGreaterThan(150);
        members.ShouldAllBe(member => member.Described, "missing: " + string.Join(", ", members.Where(member => !member.Described).Select(member => member.Name)));
    }

    private static RunResult Played()
    {
        var resolved = ResolvedScenario.Of(ScenarioFile.Load("jakarta-bandung").Scenario!);
        var (compiled, arm) = (new Compiled(resolved.Scenario), resolved.Scenario.Arms.Single(arm => arm.Id == "asean-led"));
        var recorder = new RunRecorder(compiled, arm);
        return RunAssembly.Of(DirectRun.Play(compiled, arm, new RunKey(resolved.Hash, 3, 0), recorder.Hear), recorder);
    }
}
