using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Finance;

public sealed class V2_npv_irr_dscr_debt
{
    private const double Exact = 1e-9;
    private const double Hurdle = 0.09;

    private static readonly double[] Railway = [-100, -200, -100, .. Enumerable.Repeat(60.0, 20)];

    [Fact]
    public void Present_value_and_rate_of_a_railway_equal_the_worked_numbers()
    {
        RateOf(Railway).ShouldNotBeNull().ShouldBe(0.1196068458242, Exact);
        PresentValue.Npv(Railway, 0.09).ShouldBe(93.34461757862, Exact);
        PresentValue.Npv(Railway, 0.12).ShouldBe(-1.015132764943, Exact);
        RateOf([-1000, 300, 300, 300, 300]).ShouldNotBeNull().ShouldBe(0.07713847295208, Exact);
    }

    [Fact]
    public void Waiting_two_years_changes_the_value_and_not_one_bit_of_the_rate()
    {
        double[] later = [0, 0, .. Railway];

        RateOf(later).ShouldBe(RateOf(Railway));
        PresentValue.Npv(later, 0.09).ShouldBe(78.56629709504, Exact);
    }

    [Fact]
    public void A_level_payment_repays_a_loan_over_its_years() =>
        (100 / PresentValue.Npv([0, .. Enumerable.Repeat(1.0, 20)], 0.05)).ShouldBe(8.024258719069, Exact);

    // NumPy reference, numpy.irr, prints the first three, five decimals; the Cellworks manual, "Irr", the fourth, four.
    [Theory]
    [InlineData(new[] { -100.0, 39, 59, 55, 20 }, 0.28095, 5e-6)]
    [InlineData(new[] { -100.0, 0, 0, 74 }, -0.0955, 5e-5)]
    [InlineData(new[] { -100.0, 100, 0, 7 }, 0.06206, 5e-6)]
    [InlineData(new[] { -70000.0, 12000, 15000, 18000, 21000, 26000 }, 0.0866, 5e-5)]
    public void Flows_return_what_the_manuals_print(double[] flows, double published, double rounding) =>
        RateOf(flows).ShouldNotBeNull().ShouldBe(published, rounding);

    // Brealey, Myers and Allen, Principles of Corporate Finance, chapter "Why net present value leads to better
    // investment decisions": −4,000, +2,000, +4,000 returns 28.08 %.
    [Fact]
    public void Brealey_Myers_and_Allens_two_year_project_returns_28_08_percent() =>
        RateOf([-4000, 2000, 4000]).ShouldNotBeNull().ShouldBe(0.2808, 5e-5);

    // The same chapter, pitfall 2: a mine of A$3 bn that brings 1 bn for nine years and costs 6.5 bn to clean up returns
    // 3.50 % and 19.54 %; its present value at 10 % is A$253 million.
    [Fact]
    public void Of_the_two_rates_of_a_mine_with_a_clean_up_the_rule_takes_the_one_the_hurdle_points_to()
    {
        double[] mine = [-3, .. Enumerable.Repeat(1.0, 9), -6.5];

        PresentValue.Npv(mine, 0.10).ShouldBe(0.253, 5e-4);
        RateOf(mine, hurdle: 0.10).ShouldNotBeNull().ShouldBe(0.1954, 5e-5);
        RateOf(mine, hurdle: 0.05).ShouldNotBeNull().ShouldBe(0.1954, 5e-5);
        RateOf(mine, hurdle: 0.20).ShouldNotBeNull().ShouldBe(0.1954, 5e-5);
        RateOf(mine, hurdle: 0.02).ShouldBeNull();
    }

    // The same chapter: +1,000, −3,000, +2,500 has a positive value at every rate (339 at 10 %) and no rate of return.
    [Fact]
    public void Flows_worth_something_at_every_rate_have_no_rate()
    {
        PresentValue.Npv([1000, -3000, 2500], 0.10).ShouldBe(339, 0.5);
        RateOf([1000, -3000, 2500]).ShouldBeNull();
    }

    // Ross, Westerfield and Jordan, Fundamentals of Corporate Finance, problem "Multiple IRRs" of the chapter on
    // investment criteria: rates of 25, 33⅓, 42⁶⁄₇ and 66⅔ %; worth something between the first two and the last two.
    [Theory]
    [InlineData(0.09, null)]
    [InlineData(0.26, 1 / 3.0)]
    [InlineData(0.34, 1 / 3.0)]
    [InlineData(0.42, 1 / 3.0)]
    [InlineData(0.45, 2 / 3.0)]
    [InlineData(0.70, 2 / 3.0)]
    public void Of_four_rates_the_rule_takes_the_nearest_on_the_side_the_hurdle_points_to(double hurdle, double? expected)
    {
        var rate = RateOf([-252, 1431, -3035, 2850, -1000], hurdle);

        (rate is null).ShouldBe(expected is null);
        (rate ?? 0).ShouldBe(expected ?? 0, Exact);
    }

    [Fact]
    public void Two_roots_above_a_hurdle_that_is_not_met_are_no_rate()
    {
        double[] pump = [-4000, 25000, -25000];

        RateOf(pump).ShouldBeNull();
        RateOf(pump, hurdle: 0.3).ShouldNotBeNull().ShouldBe(4, Exact);
        RateOf(pump, hurdle: 5).ShouldNotBeNull().ShouldBe(4, Exact);
        RateOf(pump, hurdle: 0.25).ShouldNotBeNull().ShouldBe(0.25, Exact);
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 0.0, 0.0 })]
    [InlineData(new[] { -5.0, -1.0 })]
    [InlineData(new[] { 5.0, 1.0 })]
    [InlineData(new[] { 1000.0, -1500.0 })]
    [InlineData(new[] { -1.0, 1e-9 })]
    [InlineData(new[] { -1.0, 100.0 })]
    public void Flows_without_a_rate_in_range_on_the_right_side_have_none(double[] flows) => RateOf(flows).ShouldBeNull();

    [Theory]
    [InlineData(-0.98)]
    [InlineData(-0.5)]
    [InlineData(0)]
    [InlineData(1e-6)]
    [InlineData(0.09)]
    [InlineData(3)]
    [InlineData(9.9)]
    public void A_level_income_is_found_at_any_rate_in_range(double rate)
    {
        double[] flows = [0, .. Enumerable.Repeat(1.0, 30)];
        flows[0] = -PresentValue.Npv(flows, rate);

        RateOf(flows).ShouldNotBeNull().ShouldBe(rate, 1e-13);
    }

    [Fact]
    public void Value_at_the_rate_is_nothing() => Holds.ForAll(
        from costs in Holds.Between(0.1, 10).ArrayOf(6)
        from incomes in Holds.Between(0, 2).ArrayOf(30)
        select (costs, incomes),
        given =>
        {
            double[] flows = [.. given.costs.Select(cost => -cost), .. given.incomes];

            return !InternalRate.TryFind(flows, Hurdle, out var rate)
                || Math.Abs(PresentValue.Npv(flows, rate)) < 1e-12 * PresentValue.Npv([.. flows.Select(Math.Abs)], rate);
        });

    [Fact]
    public void A_rate_found_by_scan_is_a_root_on_the_right_side_of_the_hurdle() => Holds.ForAll(
        Holds.Between(-3, 3).ArrayOf(8),
        flows =>
        {
            if (!InternalRate.TryFind(flows, Hurdle, out var rate))
            {
                return true;
            }

            var scale = PresentValue.Npv([.. flows.Select(Math.Abs)], rate);
            return Math.Abs(PresentValue.Npv(flows, rate)) < 1e-12 * scale && (PresentValue.Npv(flows, Hurdle) >= 0) == (rate >= Hurdle);
        });

    // Lenders' convention, interest before principal is due left out: flat real cash from the year operation starts.
    [Theory]
    [InlineData(0.02, 20, 5, 0.09, 6, 0, 1.0384615385)]
    [InlineData(0.02, 20, 5, 0.09, 6, 0.02, 1.1694763585)]
    [InlineData(0.001, 40, 10, 0.045, 11, 0, 1.3106796117)]
    [InlineData(0.001, 40, 10, 0.045, 11, 0.02, 1.6296653557)]
    public void Least_cover_of_a_loan_equals_the_worked_numbers(
        double rate, int tenor, int grace, double cashUsdBn, int firstYear, double inflation, double expected)
    {
        var service = new double[51];
        var cash = new double[51];
        cash.AsSpan(firstYear).Fill(cashUsdBn);
        DebtService.FillReal(new LentTranche(1, new LoanTerms(rate, tenor, grace), inflation), default, service);

        var cover = DebtServiceCover.Of(cash, service, 1, firstYear);

        cover.HasService.ShouldBeTrue();
        cover.Minimum.ShouldBe(expected, 1e-9);
    }

    // Yescombe (2002), Principles of Project Finance, section on cover ratios: operating cash 120, interest 55 and
    // repayments of 45 make an annual debt service cover of 1.2 : 1.
    [Fact]
    public void Yescombes_project_covers_its_service_1_2_times() =>
        DebtServiceCover.Of([0, 120], [0, 55 + 45], 1000, 1).Minimum.ShouldBe(1.2, Exact);

    [Fact]
    public void Debt_runs_down_where_growth_exceeds_interest()
    {
        var path = new double[6];

        DebtPath.Fill(new HostFinances(0.6, 100, 0.04, 0.05, 0), [], path);

        path[5].ShouldBe(0.5719676307241, Exact);
    }

    // Dolan (2015), "Is the government debt out of control?", examples 1 and 2: debt of half of GDP is held by a primary
    // balance of +1 % of GDP at interest 4 % and growth 2 %, and of −1 % at 2 % and 4 %, to first order in the rates.
    [Theory]
    [InlineData(0.04, 0.02, 0.01)]
    [InlineData(0.02, 0.04, -0.01)]
    public void The_stabilising_balance_reproduces_Dolans_examples(double interest, double growth, double published)
    {
        var balance = HostFinances.StabilisingBalance(0.5, interest, growth);

        (balance * (1 + growth)).ShouldBe(published, Exact);
        balance.ShouldBe(published, 5e-4);
    }

    [Fact]
    public void A_whole_appraisal_allocates_nothing()
    {
        var flows = new double[60];
        var service = new double[60];
        var drawn = new double[10];
        Allocated.By(() => { Appraise(flows, service, drawn); }).ShouldBe(0);
    }

    private static double Appraise(double[] flows, double[] service, double[] drawn)
    {
        var life = new ProjectLife(5.4, 0.02, ServiceLife.Standard);
        var accounts = new ProjectAccounts(5, 0.6, 0.1, 2);
        InternalRate.TryFind(CashFlows.Fill(life, accounts, [], flows), Hurdle, out var rate);
        DebtService.FillReal(new LentTranche(3, new LoanTerms(0.02, 20, 5), 0.0225), default, service);
        var cash = CashFlows.FillOperation(life, accounts, [], flows);
        DebtPath.AddDrawings(2.2, 1, life.BuildYears, drawn);
        var host = new HostFinances(0.6, 100, 0.02, 0.05, 0).Stabilised();
        return rate + DebtServiceCover.Of(cash, service, 3, 5).Minimum + DebtPath.Burden(host, [], drawn, 0.7).Burden;
    }

    private static double? RateOf(double[] flows, double hurdle = Hurdle) =>
        InternalRate.TryFind(flows, hurdle, out var rate) ? rate : null;
}
