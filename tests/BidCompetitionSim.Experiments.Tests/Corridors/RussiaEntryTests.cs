using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>What is special about russia-entry: agreements with one hub, some of which never came. What they do is certain, so one run says it.</summary>
public class RussiaEntryTests
{
    [Fact]
    public void What_did_not_happen_is_off_until_it_is_asked_for()
    {
        foreach (var id in (string[])["asean-russia", "rcep-russia"]) Array.Find(Corridor.RussiaEntry.Trade!.Regimes, regime => regime.Id == id)!.Force.ShouldBe(0);
    }

    [Theory]
    [InlineData("asean-russia", "RUS", "SGP")]
    [InlineData("rcep-russia", "RUS", "CHN")]
    public void A_step_helps_russia_and_its_partners(string step, string hub, string partner)
    {
        var (with, without) = (Play(Corridor.RussiaEntry.WithRegime(step, 1)), Play(Corridor.RussiaEntry));
        with(hub).ShouldBeGreaterThan(without(hub));
        with(partner).ShouldBeGreaterThan(without(partner));
    }

    [Theory, InlineData("eaeu-vietnam"), InlineData("far-east-territories")]
    public void A_step_that_came_is_missed_where_it_is_taken_away(string step) => Play(Corridor.RussiaEntry.WithRegime(step, 0))("RUS").ShouldBeLessThan(Play(Corridor.RussiaEntry)("RUS"));

    [Fact]
    public void An_agreement_with_russia_says_nothing_between_its_partners()
    {
        var (with, without) = (new Compiled(Corridor.RussiaEntry.WithRegime("rcep-russia", 1)), new Compiled(Corridor.RussiaEntry));
        var (china, japan, russia) = (with.StateOf("CHN"), with.StateOf("JPN"), with.StateOf("RUS"));
        with.Trade!.AverageRatio(china, japan).ShouldBe(without.Trade!.AverageRatio(china, japan));
        with.Trade.AverageRatio(china, russia).ShouldBeLessThan(without.Trade.AverageRatio(china, russia));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Agreements_change_neither_tenders_nor_works(ulong seed)
    {
        static (double, double) Measure(Replication run) => (run.Outcome.HostSurplusUsdBn, run.Outcome.EnpvBaseTotalUsdBn);
        Corridor.RussiaEntry.WithRegime("rcep-russia", 1).Play("bilateral", seed, 3, Measure).ShouldBe(Corridor.RussiaEntry.Play("bilateral", seed, 3, Measure));
    }

    private static Func<string, double> Play(Scenario scenario)
    {
        var changes = scenario.Play("bilateral", 1, 1, run => Array.ConvertAll(run.Outcome.Breakdown.States, state => state.TradeChange ?? double.NaN))[0];
        return id => changes[Array.FindIndex(scenario.States, state => state.Id == id)];
    }
}
