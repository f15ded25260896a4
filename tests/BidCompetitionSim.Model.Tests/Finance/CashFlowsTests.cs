using BidCompetitionSim.Model.Finance;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Finance;

public sealed class CashFlowsTests
{
    private static readonly ServiceLife ThreeYears = new(3, 5, 0.7, 0.85);

    [Fact]
    public void A_project_of_two_and_a_half_years_opens_in_the_middle_of_its_third()
    {
        var flows = new double[10];
        var life = new ProjectLife(2.5, 0.1, ThreeYears);

        var filled = CashFlows.Fill(life, new ProjectAccounts(50, 10, 2, 20), [], flows);

        // Operating years bring 7, 9.35 and 12.1, less 2 each, half in one bucket and half in the next.
        double[] expected = [-20, -20, -10 + 2.5, 2.5 + 3.675, 3.675 + 5.05, 5.05 + 20];
        filled.Length.ShouldBe(6);
        for (var t = 0; t < expected.Length; t++)
        {
            filled[t].ShouldBe(expected[t], 1e-12);
        }
    }

    [Fact]
    public void A_demand_factor_moves_the_income_of_its_own_year_only()
    {
        var life = new ProjectLife(1, 0, ThreeYears);
        var cash = CashFlows.FillOperation(life, new ProjectAccounts(50, 10, 2, 20), [1, 1, 0.5], new double[5]).ToArray();

        cash.ShouldBe([0, 5, 8.5 * 0.5 - 2, 8, 0]);
    }

    [Fact]
    public void Costs_in_the_years_add_up_to_the_cost() => Holds.ForAll(
        from build in Holds.Between(0, 15) from cost in Holds.Between(0.1, 30) select (build, cost),
        given =>
        {
            var flows = new double[17];
            CashFlows.AddOverBuild(given.cost, given.build, flows);
            return Math.Abs(flows.Sum() - given.cost) < 1e-12 * 30 && flows.All(flow => flow >= 0);
        });

    [Fact]
    public void Thirty_operating_years_are_counted_whatever_the_build_time() => Holds.ForAll(AnyLoan.Life(), life =>
    {
        var cash = CashFlows.FillOperation(life, new ProjectAccounts(0, 0, 1, 0), [], new double[60]).ToArray();
        return Math.Abs(cash.Sum() + 30) < 1e-12;
    });

    [Fact]
    public void Economic_accounts_take_shadow_prices_and_leave_transfers_out_but_for_the_leak()
    {
        var prices = new ShadowPrices(TradableShare: 0.4, ShadowExchangeRateFactor: 1.05, UnskilledLabourShare: 0.1, ShadowWageRateFactor: 0.8);
        var financial = new ProjectAccounts(100, 3, 2, 0);

        var economic = ProjectAccounts.Economic(financial, new ProjectLife(5, 0.02, ServiceLife.Standard), 9, prices, leakedRentUsdBn: 0.5);

        economic.CapitalCostUsdBn.ShouldBe(100.5, 1e-12);
        economic.OperationUsdBnPerYear.ShouldBe(2, 1e-12);
        economic.IncomeUsdBnPerYear.ShouldBe(9);
        economic.ResidualUsdBn.ShouldBe(40, 1e-12);
        ShadowPrices.Market.ConversionFactor.ShouldBe(1);
    }

    [Fact]
    public void A_span_too_short_for_the_project_is_refused() => Should.Throw<ArgumentException>(() =>
        CashFlows.Fill(new ProjectLife(5, 0, ServiceLife.Standard), default, [], new double[35]));

    [Fact]
    public void Years_side_by_side_have_the_bits_of_years_one_by_one()
    {
        var random = new Random(5);
        for (var k = 0; k < 5_000; k++)
        {
            var service = new ServiceLife(random.Next(1, 52), 50, random.NextDouble(), random.NextDouble());
            var life = new ProjectLife(random.Next(3) == 0 ? random.Next(0, 9) : 9 * random.NextDouble(), 0.1 * random.NextDouble() - 0.03, service);
            var accounts = new ProjectAccounts(10 * random.NextDouble(), random.NextDouble(), random.NextDouble() - 0.2, 0);
            var factors = Enumerable.Range(0, random.Next(0, 75)).Select(_ => 2 * random.NextDouble()).ToArray();
            var cash = Enumerable.Repeat(double.NaN, life.Buckets + 3).ToArray();

            CashFlows.FillOperation(life, accounts, factors, cash).ToArray().ShouldBe(OneByOne(life, accounts, factors));
        }
    }

    private static double[] OneByOne(ProjectLife life, ProjectAccounts accounts, double[] factors)
    {
        var cash = new double[life.Buckets];
        var late = life.BuildYears - life.FirstOperatingBucket;
        var growth = 1.0;
        for (var year = 0; year < life.Service.OperatingYears; year++, growth *= 1 + life.DemandGrowthPerYear)
        {
            var income = accounts.IncomeUsdBnPerYear * life.Service.Ramp(year) * growth;
            Add(year, 1 - late);
            Add(year + 1, late);

            void Add(int after, double share)
            {
                var bucket = life.FirstOperatingBucket + after;
                cash[bucket] += share * (income * (bucket < factors.Length ? factors[bucket] : 1) - accounts.OperationUsdBnPerYear);
            }
        }
        return cash;
    }
}
