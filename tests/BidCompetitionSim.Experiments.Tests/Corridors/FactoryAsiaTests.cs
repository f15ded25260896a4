using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Trade;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>What is special about factory-asia: friction follows the dates of agreements, and overlaps cost. What regimes do is certain, so one run says it.</summary>
public class FactoryAsiaTests
{
    private static readonly string[] Coming = ["aec", "apec-blueprint", "cptpp", "eaeu-vietnam", "rcep"];

    [Theory, InlineData("aec"), InlineData("apec-blueprint"), InlineData("cptpp"), InlineData("rcep")]
    public void Without_it_trade_in_parts_gains_less(string regime) => ByRegimes(Corridor.FactoryAsia.WithRegime(regime, 0)).ShouldBeLessThan(ByRegimes(Corridor.FactoryAsia));

    [Fact]
    public void An_agreement_that_was_never_concluded_would_have_helped() => ByRegimes(Corridor.FactoryAsia.WithRegime("ftaap", 1)).ShouldBeGreaterThan(ByRegimes(Corridor.FactoryAsia));

    [Fact]
    public void The_noodle_bowl_costs_trade() =>
        Certain(Corridor.FactoryAsia.WithTrade(static trade => trade with { NoodleBowl = 0 })).ShouldBeGreaterThan(Certain(Corridor.FactoryAsia));

    [Fact]
    public void If_nobody_ever_joins_anything_regimes_change_nothing()
    {
        var none = Coming.Append("acfta").Append("ajcep").Append("akfta").Aggregate(Corridor.FactoryAsia, static (scenario, regime) => scenario.WithRegime(regime, 0));
        ByRegimes(none).ShouldBe(0);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void The_state_that_railways_open_up_gains_most_by_them(ulong seed)
    {
        var scenario = Corridor.FactoryAsia;
        var (laos, japan) = (IndexOf(scenario, "LAO"), IndexOf(scenario, "JPN"));
        var fast = scenario.Play("bilateral", seed, 10, run => (Laos: run.Outcome.Breakdown.States[laos].TradeChange!.Value, Japan: run.Outcome.Breakdown.States[japan].TradeChange!.Value));
        var free = scenario.WithTrade(static trade => trade with { DayInTransit = 0 })
            .Play("bilateral", seed, 1, run => (Laos: run.Outcome.Breakdown.States[laos].TradeChange!.Value, Japan: run.Outcome.Breakdown.States[japan].TradeChange!.Value))[0];
        fast.Average(static run => run.Laos).ShouldBeGreaterThan(free.Laos);
        (fast.Average(static run => run.Laos) - free.Laos).ShouldBeGreaterThan(fast.Average(static run => run.Japan) - free.Japan);
    }

    [Fact]
    public void Its_measures_are_not_there_in_a_scenario_without_trade()
    {
        RowLayout.Of(Corridor.Skrl).Measures.ShouldNotContain(measure => measure.Id.StartsWith("trade"));
        var layout = RowLayout.Of(Corridor.FactoryAsia);
        foreach (var measure in (string[])["tradeChange", "tradeByNetwork", "tradeByRegimes", "tradeComplementarity", "tradeChange@LAO", "tradeChange@JPN"])
            layout.IndexOf(measure).ShouldBeGreaterThan(-1, measure);
    }

    private static double ByRegimes(Scenario scenario) => scenario.Play("bilateral", 1, 1, run => run.Outcome.Trade!.ByRegimes)[0];

    // Against friction without any agreement at all: a change of the first day's regimes moves the start as well.
    private static double Certain(Scenario scenario)
    {
        var compiled = new Compiled(scenario);
        double sum = 0;
        for (var a = 0; a < compiled.States; a++)
            for (var b = 0; b < compiled.States; b++) sum += 1 - compiled.Trade!.AverageRatio(a, b);
        return sum;
    }

    private static int IndexOf(Scenario scenario, string state) => Array.FindIndex(scenario.States, one => one.Id == state);
}
