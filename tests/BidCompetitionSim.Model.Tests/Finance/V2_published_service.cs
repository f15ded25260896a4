using BidCompetitionSim.Model.Finance;

namespace BidCompetitionSim.Model.Tests.Finance;

/// <summary>
/// Cover, the sum of tranches, deflated service and the ladder's interpolation against numbers that others printed. The ladder as a whole is
/// the model's own; what is compared is each piece of arithmetic it is made of.
/// </summary>
public sealed class V2_published_service
{
    // Gallinelli, What Every Real Estate Investor Needs to Know about Cash Flow (McGraw-Hill), calculation 23: income and service of 10,000 each
    // make "exactly 1.00". Green Mountain Financial Services, "Basics" (greenmountainfs.com/basics.html): 100,000 over 80,000 make 1.25.
    [Theory]
    [InlineData(10_000, 10_000, 1.00)]
    [InlineData(100_000, 80_000, 1.25)]
    public void Cover_is_income_over_service(double income, double service, double published) =>
        DebtServiceCover.Of([0, income], [0, service], 1_000_000, 1).ShouldBe(new DebtCover(published, true));

    // PPP Center of the Philippines, online manual (ppponline.affinitext.com, book 5713), Table 3-26: a loan of 94,977,000 at 9 % for eight years with
    // one of grace pays 8,547,930 of interest in the first and 13,568,143 of principal in each of the others. (Its later interest is lower than
    // 9 % of the year's opening balance, because it is paid within the year; it is not compared.)
    [Fact]
    public void Principal_falls_in_equal_steps_after_the_grace()
    {
        var loan = new LoanTerms(0.09, 8, 1);
        double[] outstanding = [94_977_000, 81_408_857, 67_840_714, 54_272_571, 40_704_429, 27_136_286, 13_568_143, 0];

        (94_977_000 * loan.Service(1)).ShouldBe(8_547_930, 0.5);
        for (var year = 1; year <= 8; year++)
        {
            (94_977_000 * loan.OutstandingAfter(year)).ShouldBe(outstanding[year - 1], 0.5);
        }
    }

    // Math Help Forum (mathhelpforum.com), "Combined interest rate": 54,000 at 10.5 % and 71,000 at 4 % cost 8,510 a year, 6.808 % together.
    // ReadyCalculator (readycalculator.com), "Blended rate": 100,000 at 5 % and 50,000 at 7 % make 5.67 %.
    [Theory]
    [InlineData(54_000, 0.105, 71_000, 0.04, 0.06808, 5e-9)]
    [InlineData(100_000, 0.05, 50_000, 0.07, 0.0567, 5e-5)]
    public void Two_loans_together_cost_their_weighted_rate(
        double face, double rate, double otherFace, double otherRate, double published, double rounding)
    {
        var service = new double[2]; // both in grace: interest alone
        DebtService.FillReal(new LentTranche(face, new LoanTerms(rate, 5, 1), 0), new LentTranche(otherFace, new LoanTerms(otherRate, 5, 1), 0), service);

        (service[1] / (face + otherFace)).ShouldBe(published, rounding);
    }

    // Brealey, Myers and Allen, Principles of Corporate Finance, 12th ed., chapter 6, problem 2: 100,000 in a year is worth 92,593 today at 8 %
    // nominal, and exactly as much when it is deflated by 4 % and discounted at the real rate.
    [Fact]
    public void Mr_Art_Decos_payment_is_worth_as_much_in_real_terms()
    {
        var real = new LentTranche(100_000, new LoanTerms(0, 1, 0), 0.04).RealServiceUsdBn(1);

        PresentValue.Npv([0, real], 1.08 / 1.04 - 1).ShouldBe(92_593, 0.5);
    }

    // Calculators9, "Inflation adjustment" (calculators9.com): 100 are worth 74.41 after ten years of 3 %.
    [Fact]
    public void Ten_years_of_inflation_wear_a_payment_down() =>
        new LentTranche(100, new LoanTerms(0, 10, 9), 0.03).RealServiceUsdBn(10).ShouldBe(74.41, 0.005);

    // NumPy reference, numpy.interp: over the nodes (1, 3), (2, 2), (3, 0) the value at 2.5 is 1, at 1.5 it is 2.5, at 2.72 it is 0.56.
    // The same, a tenth as high: shares financed of three windows, of which the second node is the middle of the ladder.
    [Theory]
    [InlineData(1, 3)]
    [InlineData(1.5, 2.5)]
    [InlineData(2.5, 1)]
    [InlineData(2.72, 0.56)]
    [InlineData(3, 0)]
    public void The_ladder_interpolates_between_its_windows(double at, double published)
    {
        WindowFigures[] windows = [Window(0.3, 0.1), Window(0.2, 0.2), Window(0, 0.3)];
        var room = new WindowRoom(9, 9);

        var ladder = ConcessionLadder.Build(windows, [room, room, room], new int[3]);

        ladder.At((at - 1) / 2).ShareFinanced.ShouldBe(published / 10, 1e-14);
    }

    private static WindowFigures Window(double shareFinanced, double grantElement) =>
        new(new LoanTerms(0.02, 20, 5), shareFinanced, grantElement, 0, 0.02, true);
}
