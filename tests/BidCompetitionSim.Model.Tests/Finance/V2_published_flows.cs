using BidCompetitionSim.Model.Finance;

namespace BidCompetitionSim.Model.Tests.Finance;

/// <summary>A project's flows, its economic prices and the income read back from a return, against numbers that others printed.</summary>
public sealed class V2_published_flows
{
    // NumPy reference, numpy.pmt: 200,000 over 15 years of months at 7.5 % a year take 1854.0247200054619 a month.
    // helenc18, amortization of 39,000 over five years at 9 % (slideshare.net): 10,026.61 a year.
    [Theory]
    [InlineData(200_000, 0.075 / 12, 180, 1854.0247200054619, 1e-9)]
    [InlineData(39_000, 0.09, 5, 10_026.61, 0.005)]
    public void Level_income_that_returns_a_rate_is_the_loan_payment(double cost, double rate, int periods, double published, double rounding) =>
        Income(cost, rate, growth: 0, periods).ShouldBe(published, rounding);

    // Lecture slides, "Growing annuity: example" (dybbs8.com/doc-3710354219): net rent of 8,500, growing 7 % a year for five years, is worth 34,706.28
    // at 12 % (the closed form gives 34,706.26). WizEdu, question 5172 (wizedu.com): 6,000 growing 4 % for thirteen years is worth 58,163.39 at 8 %.
    [Theory]
    [InlineData(34_706.28, 0.12, 0.07, 5, 8_500, 0.01)]
    [InlineData(58_163.39, 0.08, 0.04, 13, 6_000, 0.001)]
    public void Growing_income_that_returns_a_rate_is_the_growing_annuity(
        double worth, double rate, double growth, int years, double published, double rounding) =>
        Income(worth, rate, growth, years).ShouldBe(published, rounding);

    // European Commission, Guide to Cost-Benefit Analysis of Investment Projects, page 173, Table 4.41: with a factor of 0.60 for unskilled labour, yard
    // labour of 90 % unskilled has 0.64; maintenance of 15 % skilled, 65 % unskilled and 20 % materials, whose factor is 0.83, has 0.71.
    [Theory]
    [InlineData(0, 1, 0.90, 0.60, 0.64)]
    [InlineData(0.20, 0.83, 0.65, 0.60, 0.71)]
    public void A_conversion_factor_is_the_weighted_mean_of_its_inputs(
        double materials, double materialsFactor, double unskilled, double unskilledFactor, double published) =>
        new ShadowPrices(materials, materialsFactor, unskilled, unskilledFactor).ConversionFactor.ShouldBe(published, 0.005);

    // SAS/ETS User's Guide, investment analysis, straight line: 20,000 lose 3,000 a year to 5,000 after five. CodeCogs, deprecStraight: 30,000 lose
    // 2,250 a year to 7,500 after ten. Cengage (2011), chapter 3: 10,000 lose 1,600 a year, book values 8,400 after one year and 5,200 after three.
    [Theory]
    [InlineData(20_000, 3_000, 5, 5_000)]
    [InlineData(30_000, 2_250, 10, 7_500)]
    [InlineData(10_000, 1_600, 1, 8_400)]
    [InlineData(10_000, 1_600, 3, 5_200)]
    public void What_is_left_of_an_asset_falls_in_a_straight_line(double cost, double perYear, int years, double published) =>
        (cost * new ServiceLife(years, cost / perYear, 1, 1).ResidualShare).ShouldBe(published, 1e-9);

    // Asian Development Bank, Introductory Course on Economic Analysis of Investment Projects, session 2.4, sample EIRR calculation 1: benefits of 2004 to
    // 2034, in USD million with one decimal, are worth 1,020.3 at 12 %, the first year discounted once.
    [Fact]
    public void Benefits_of_a_sample_project_of_the_Asian_Development_Bank_have_its_present_value()
    {
        double[] benefits = [0, 0, 0, 0, 0, 0, 37.7, 253.5, 250.5, 251.4, .. Enumerable.Repeat(251.9, 21), 257.9];

        PresentValue.Npv(benefits, 0.12).ShouldBe(1_020.3, 0.15);
    }

    private static double Income(double cost, double rate, double growth, int periods) => Calibration.IncomeForReturn(
        new ProjectLife(1, growth, new ServiceLife(periods, periods, 1, 1)), new ProjectAccounts(cost, 0, 0, 0), rate);
}
