using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Trade;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Trade;

/// <summary>Friction by date, against the formula of docs/model.md §4.10 worked by hand.</summary>
public class TradeRegimesTests
{
    // A and B use half of a regime's tariffs, (0.6 + 0.4)/2; B and C two fifths. Behind the border 0.5 is agreed and 0.8 of it done.
    private const double OneForAb = 1 - (0.5 * 0.5 + 0.5 * 0.5 * 0.8);
    private const double OneForBc = 1 - (0.5 * 0.4 + 0.5 * 0.5 * 0.8);
    private const double TwoForAb = (1 - (0.5 * 0.5 * 0.9 + 0.5 * 0.5 * 0.8)) * (1 - (0.5 * 0.5 * 0.9 + 0.5 * 0.5 * 0.8));

    [Fact]
    public void Before_anybody_joins_friction_is_whole() => Regimes(Some.Regime("r", 100, "AAA", "BBB")).Ratio(0, 0, 1).ShouldBe(1);

    [Fact]
    public void A_regime_cuts_friction_between_its_members_and_nowhere_else()
    {
        var regimes = Regimes(Some.Regime("r", -5, "AAA", "BBB"));
        regimes.Ratio(0, 0, 1).ShouldBe(OneForAb, 1e-15);
        regimes.Ratio(0, 1, 0).ShouldBe(OneForAb, 1e-15);
        regimes.Ratio(0, 0, 2).ShouldBe(1);
        regimes.Ratio(0, 1, 2).ShouldBe(1);
    }

    [Fact]
    public void A_second_regime_between_the_same_states_lowers_the_use_of_both()
    {
        var regimes = Regimes(Some.Regime("r", -5, "AAA", "BBB", "CCC"), Some.Regime("s", -5, "AAA", "BBB"));
        regimes.Ratio(0, 0, 1).ShouldBe(TwoForAb, 1e-15);
        regimes.Ratio(0, 1, 2).ShouldBe(OneForBc, 1e-15);
    }

    [Fact]
    public void Without_the_noodle_bowl_regimes_multiply() =>
        Of(Some.Trade(Some.Regime("r", -5, "AAA", "BBB"), Some.Regime("s", -5, "AAA", "BBB")) with { NoodleBowl = 0 }).Ratio(0, 0, 1).ShouldBe(OneForAb * OneForAb, 1e-15);

    [Fact]
    public void A_regime_without_tariffs_tangles_nobody()
    {
        var soft = Some.Regime("soft", -5, "AAA", "BBB") with { TariffDepth = 0 };
        Regimes(Some.Regime("r", -5, "AAA", "BBB"), soft).Ratio(0, 0, 1).ShouldBe(OneForAb * (1 - 0.5 * 0.5 * 0.8), 1e-15);
    }

    [Fact]
    public void A_shallow_regime_on_top_of_a_deep_one_can_do_harm()
    {
        var shallow = Some.Regime("shallow", -5, "AAA", "BBB") with { TariffDepth = 0.01, FacilitationDepth = 0 };
        Regimes(Some.Regime("r", -5, "AAA", "BBB"), shallow).Ratio(0, 0, 1).ShouldBeGreaterThan(OneForAb);
    }

    [Fact]
    public void An_agreement_with_one_partner_says_nothing_between_the_others()
    {
        var regimes = Regimes(Some.Regime("r", -5, "AAA", "BBB", "CCC") with { Hub = "BBB" });
        regimes.Ratio(0, 0, 1).ShouldBe(OneForAb, 1e-15);
        regimes.Ratio(0, 1, 2).ShouldBe(OneForBc, 1e-15);
        regimes.Ratio(0, 0, 2).ShouldBe(1);
    }

    [Fact]
    public void Without_force_a_regime_never_was()
    {
        var unsigned = Some.Regime("s", -5, "AAA", "BBB", "CCC") with { Force = 0 };
        var (with, without) = (Regimes(Some.Regime("r", -5, "AAA", "BBB"), unsigned), Regimes(Some.Regime("r", -5, "AAA", "BBB")));
        for (var a = 0; a < 3; a++)
            for (var b = 0; b < 3; b++) with.Ratio(0, a, b).ShouldBe(without.Ratio(0, a, b));
    }

    [Fact]
    public void Friction_follows_who_joins_and_who_leaves()
    {
        var regime = Some.Regime("r", 100, "AAA", "BBB") with
        {
            Members = [new Membership { State = "AAA", FromDay = 100 }, new Membership { State = "BBB", FromDay = 200, UntilDay = 300 }],
        };
        var regimes = Regimes(regime);
        regimes.Ratio(regimes.PeriodOn(199), 0, 1).ShouldBe(1);
        regimes.Ratio(regimes.PeriodOn(200), 0, 1).ShouldBe(OneForAb, 1e-15);
        regimes.Ratio(regimes.PeriodOn(299), 0, 1).ShouldBe(OneForAb, 1e-15);
        regimes.Ratio(regimes.PeriodOn(300), 0, 1).ShouldBe(1);
        regimes.AverageRatio(0, 1).ShouldBe(1 - (1 - OneForAb) * 100 / regimes.HorizonDay, 1e-15);
    }

    [Fact]
    public void The_institutional_part_averages_friction_over_the_run()
    {
        var regimes = Some.Regime("r", Compiled.DayOfYear(15), "AAA", "BBB", "CCC");
        var scenario = Some.Scenario() with { Trade = Some.Trade(regimes), HorizonYears = 30 };
        var compiled = new Compiled(scenario);
        var share = (double)Compiled.DayOfYear(15) / compiled.HorizonDay;
        var mean = (2 * OneForAb + OneForBc) / 3; // A-B and A-C are alike
        compiled.Frictions.ShouldBe(share + (1 - share) * mean, 1e-12);
        compiled.FrictionsOn(0).ShouldBe(1);
        compiled.FrictionsOn(compiled.HorizonDay).ShouldBe(mean, 1e-12);
    }

    private static TradeRegimes Regimes(params Regime[] regimes) => Of(Some.Trade(regimes));

    private static TradeRegimes Of(TradeRules rules) => new Compiled(Some.Scenario() with { Trade = rules }).Trade!;
}
