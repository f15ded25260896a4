using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Scenarios.Tests;

/// <summary>The trade overlay in files.</summary>
public class TradeTests
{
    [Fact]
    public void A_resolved_scenario_keeps_regimes_and_their_dates()
    {
        var leaving = Some.Regime("r", 10, "AAA", "BBB") with
        {
            Members = [new() { State = "AAA", FromDay = 10 }, new() { State = "BBB", FromDay = 20, UntilDay = 30 }],
        };
        var written = ResolvedScenario.Of(Some.Scenario() with { Trade = Some.Trade(leaving) });
        var read = ResolvedScenario.Parse(written.Json);
        read.Hash.ShouldBe(written.Hash);
        read.Scenario.Trade!.Regimes[0].Members[0].UntilDay.ShouldBeNull();
        read.Scenario.Trade!.Regimes[0].Members[1].UntilDay.ShouldBe(30);
    }

    [Fact]
    public void A_regime_taken_away_on_the_command_line_has_no_force()
    {
        var loaded = ScenarioFile.Load("factory-asia", new LoadOptions { Set = ["trade.regimes.rcep.force=0"] });
        loaded.Problems.ShouldBeEmpty();
        Array.Find(loaded.Scenario!.Trade!.Regimes, regime => regime.Id == "rcep")!.Force.ShouldBe(0);
    }

    [Fact]
    public void Members_that_are_no_state_of_the_scenario_are_dropped() => // Russia owns no place of this one
        ScenarioFile.Load("factory-asia").Scenario!.Trade!.Regimes.SelectMany(regime => regime.Members).ShouldNotContain(member => member.State == "RUS");

    [Theory]
    [InlineData("trade.utilisation.XXX=0.5", "a state")]
    [InlineData("trade.regimes.rcep.members.THA.until=2001-01-01", "a later date")]
    public void What_is_wrong_is_said(string set, string expected) =>
        ScenarioFile.Load("factory-asia", new LoadOptions { Set = [set] }).Problems.ShouldContain(problem => problem.Expected.Contains(expected));
}
