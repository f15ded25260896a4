using BidCompetitionSim.Model.Delivery;
using BidCompetitionSim.Model.Finance;

namespace BidCompetitionSim.Model.Tests.Finance;

/// <summary>Debt over GDP, and the default and loss behind the price of a guarantee, against numbers that others printed.</summary>
public sealed class V2_published_debt
{
    // Thndr (2022), "Conditions for sustainability of domestic debt": debt of 50 on a GDP of 100 stays at 50 % where interest and growth are both 10 %
    // and the primary balance is nil; at interest of 8 % and a primary surplus of 1 on the new GDP of 110 it falls to 53/110, printed as 48 %.
    [Theory]
    [InlineData(0.10, 0.10, 0, 0.50, 1e-12)]
    [InlineData(0.08, 0.10, 1 / 110.0, 0.48, 0.005)]
    [InlineData(0.08, 0.10, 1 / 110.0, 53 / 110.0, 1e-12)]
    public void A_year_of_interest_growth_and_surplus_moves_debt_as_in_Thndrs_examples(
        double interest, double growth, double balance, double published, double rounding)
    {
        var path = new double[2];

        DebtPath.Fill(new HostFinances(0.5, 100, interest, growth, balance), [], path);

        path[1].ShouldBe(published, rounding);
    }

    // Dolan (2015), "Is the government debt out of control?", the same two examples as of the stabilising balance, now as a path: the rule that he
    // gives to first order holds the ratio to a twentieth of a point over one year.
    [Theory]
    [InlineData(0.04, 0.02, 0.01)]
    [InlineData(0.02, 0.04, -0.01)]
    public void Dolans_balances_hold_the_debt_at_half_of_GDP(double interest, double growth, double balance)
    {
        var path = new double[2];

        DebtPath.Fill(new HostFinances(0.5, 100, interest, growth, balance), [], path);

        path[1].ShouldBe(0.5, 5e-4);
    }

    // MathWorks, Risk Management Toolbox, mertonmodel: distance to default and probability of default of five firms, four decimals.
    [Theory]
    [InlineData(1.5237, 0.0638)]
    [InlineData(3.1679, 0.0008)]
    [InlineData(4.4298, 0.0000)]
    [InlineData(2.7916, 0.0026)]
    [InlineData(1.8196, 0.0344)]
    public void A_distance_to_default_has_the_probability_that_MathWorks_prints(double distance, double published) =>
        GuaranteePrice.DefaultProbability(Math.Exp(-distance), 0, 1, new ReferenceClass(0, 1)).ShouldBe(published, 5.1e-5);

    // Merton: default is assets, lognormal after a year, short of what is due. The first firm of MathWorks: liability 4·10⁷, assets 6.4210·10⁷,
    // drift 0.0306, volatility 0.3010 → 0.0638. AcadiFi, "Merton model": 600 due, assets 850, drift 8 %, volatility 25 % → 5.6 %. Cohen,
    // Fixed_income_Analysis (GitHub): 22 bn due, assets 25 bn, rate 4.5 %, volatility 35 % → 37.49 %.
    [Theory]
    [InlineData(4e7, 6.4210e7, 0.0306, 0.3010, 0.0638, 5e-5)]
    [InlineData(600, 850, 0.08, 0.25, 0.056, 5e-4)]
    [InlineData(22, 25, 0.045, 0.35, 0.3749, 5e-5)]
    public void A_lognormal_short_of_what_is_due_defaults_as_often_as_in_Mertons_model(
        double due, double assets, double drift, double volatility, double published, double rounding) =>
        GuaranteePrice.DefaultProbability(due, 0, assets, new ReferenceClass(drift - volatility * volatility / 2, volatility))
            .ShouldBe(published, rounding);

    // IIBF Store, "Expected loss formula": 2 %, 45 % and 10,000,000 make 90,000. "Expected loss" (scribd.com/doc/53793657): 0.07 % and 39.5 % make
    // 0.028 % of the exposure.
    [Theory]
    [InlineData(0.02, 0.45, 10_000_000, 90_000, 1e-6)]
    [InlineData(0.0007, 0.395, 1, 0.00028, 5e-6)]
    public void Expected_loss_is_the_product_of_the_three(double probability, double loss, double exposure, double published, double rounding) =>
        GuaranteePrice.UsdBn(probability, loss, exposure).ShouldBe(published, rounding);
}
