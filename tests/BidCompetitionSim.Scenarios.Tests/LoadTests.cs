using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Scenarios.Tests;

public class LoadTests
{
    [Fact]
    public void A_scenario_written_out_loads_without_a_problem()
    {
        var loaded = ScenarioFile.Parse("some.yaml", ScenarioText.Of(Some.Scenario()));

        loaded.Problems.ShouldBeEmpty();
        loaded.Ok.ShouldBeTrue();
        loaded.Scenario.Segments.Length.ShouldBe(4);
        loaded.Scenario.Segments[0].ShouldBeEquivalentTo(Some.Scenario().Segments[0]);
    }

    [Fact]
    public void Every_file_given_by_the_environment_loads()
    {
        foreach (var path in (Environment.GetEnvironmentVariable("BIDSIM_VALIDATE") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            ScenarioFile.Load(path).Problems.ShouldBeEmpty(string.Join("\n", ScenarioFile.Load(path).Problems));
    }
}
