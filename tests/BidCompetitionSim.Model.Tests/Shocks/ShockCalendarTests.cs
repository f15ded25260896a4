using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Shocks;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Shocks;

/// <summary>What a shock does, against closed forms (docs/model.md §4.11).</summary>
public class ShockCalendarTests
{
    private const double Year = 365.25;
    private static readonly int From = Compiled.DayOfYear(4);

    [Fact]
    public void Demand_falls_for_the_duration_and_comes_back_in_a_straight_line()
    {
        var calendar = Of(Some.Shock(From, 2, recoveryYears: 2) with { Demand = 0.4 });
        calendar.DemandOver(0, From - Year, From).ShouldBe(1);
        calendar.DemandOver(0, From, From + 2 * Year).ShouldBe(0.4, 1e-3);
        calendar.DemandOver(0, From + 2 * Year, From + 3 * Year).ShouldBe(1 - 0.6 * 0.75, 1e-3);
        calendar.DemandOver(0, From + 3 * Year, From + 4 * Year).ShouldBe(1 - 0.6 * 0.25, 1e-3);
        calendar.DemandOver(0, From - Year, From + Year).ShouldBe(0.7, 1e-3);
        calendar.DemandOver(0, From + 4 * Year + 1, From + 9 * Year).ShouldBe(1);
    }

    [Fact]
    public void Two_shocks_of_demand_multiply()
    {
        var shock = Some.Shock(From, 2) with { Demand = 0.5 };
        Of(shock, shock with { Id = "other" }).DemandOver(0, From, From + Year).ShouldBe(0.25, 1e-12);
    }

    [Fact]
    public void Works_slow_down_and_what_is_built_meanwhile_costs_more()
    {
        // Four years of works, hit in the second: half a year's work is done in it, at 1.2 times the cost.
        var calendar = Of(Some.Shock(From, 1) with { Pace = 0.5, WorksCost = 1.2 });
        var (cost, years) = calendar.Disturb(0, From - 365, 10, 4);
        years.ShouldBe(4 + 0.5 * 365 / Year, 1e-3);
        cost.ShouldBe(10 * (1 + 0.2 * 0.5 / 4), 1e-3);
    }

    [Fact]
    public void Works_that_stop_go_on_when_it_ends() => Of(Some.Shock(From, 3) with { Pace = 0 }).Disturb(0, From, 10, 4).ShouldBe((10, (4 * Year + Span(3)) / Year));

    [Theory, InlineData(-20), InlineData(3)]
    public void Works_before_or_after_it_are_left_alone(int yearsFrom)
    {
        var (cost, years) = Of(Some.Shock(From, 1) with { Pace = 0.5, WorksCost = 2 }).Disturb(0, From + Span(yearsFrom), 10, 4);
        (cost, years).ShouldBe((10, 4));
    }

    [Fact]
    public void Borders_cost_their_hours_for_each_crossing()
    {
        var compiled = With(Some.Shock(From, 1) with { BorderHours = 24, States = ["CCC"] });
        compiled.Shocks!.BordersOn(From - 1).ShouldBe(0UL);
        compiled.Shocks.BordersOn(From).ShouldBe(1UL);
        compiled.Shocks.BordersOn(From + Span(1)).ShouldBe(0UL);
        var history = new NetworkHistory(compiled.Systems[0]);
        history.Expect(compiled.Shocks, 0);
        var pairs = compiled.Systems[0].Pairs;
        for (var pair = 0; pair < pairs.Count; pair++)
        {
            var crosses = pairs.IsCrossBorder(pair) && (pairs.FirstStates[pair] == 2 || pairs.SecondStates[pair] == 2); // one way to CCC, over one border of its
            (history.ActualBehind(0, 1)[pair] - history.ActualIn(0)[pair]).ShouldBe(crosses ? 24 * 3600 : 0);
        }
    }

    [Fact]
    public void Growth_that_fails_leaves_debt_higher_for_good()
    {
        var compiled = With(Some.Shock(Compiled.DayOfYear(2), 1) with { GrowthPerYear = -0.08, States = ["AAA"] });
        var debt = new PublicDebt(compiled);
        var (state, growth) = (compiled.Scenario.States[0], 1 + compiled.Scenario.States[0].GrowthPerYear);
        for (var year = 1; year <= 6; year++)
        {
            debt.TurnYear(year);
            debt.RatioOf(0).ShouldBe(year <= 2 ? state.DebtToGdp : state.DebtToGdp * growth / (growth - 0.08), 1e-3 * state.DebtToGdp, $"year {year}");
            debt.RatioOf(1).ShouldBe(compiled.Scenario.States[1].DebtToGdp);
        }
    }

    [Fact]
    public void Tenders_open_when_it_ends()
    {
        var calendar = Of(Some.Shock(From, 1) with { TendersSuspended = true, States = ["AAA"] });
        calendar.OpeningOn(0, From + 10).ShouldBe(From + Span(1));
        calendar.OpeningOn(0, From - 1).ShouldBe(From - 1);
        calendar.OpeningOn(1, From + 10).ShouldBe(From + 10); // let by BBB
    }

    [Fact]
    public void A_shock_that_does_not_last_does_nothing() => Of(Some.Shock(From, 0, recoveryYears: 5) with { Demand = 0 }).DemandOver(0, From, From + Year).ShouldBe(1);

    private static int Span(double years) => Elementary.RoundHalfEven(years * Year);

    private static ShockCalendar Of(params Shock[] shocks) => With(shocks).Shocks!;

    private static Compiled With(params Shock[] shocks) => new(Some.Scenario() with { Shocks = shocks });
}
