using BidCompetitionSim.Model.Finance;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Finance;

public sealed class V2_grant_element
{
    private const double Exact = 1e-9;

    private static readonly double HalfYearly = Math.Sqrt(1.05) - 1;

    // Rows: worked in 30-digit arithmetic from the closed form, and again from the yearly service.
    [Theory]
    [InlineData(0.001, 40, 10, 0.6717131867896, 0.6677382973859, 0.6719099693846, 0.6622503424263)]
    [InlineData(0.001, 40, 12, 0.6896457848859, 0.6858877442817, 0.6900804506977, 0.6808407347238)]
    [InlineData(0.02, 20, 5, 0.2746906531236, 0.2684457794092, 0.2729857775777, 0.2656402560608)]
    [InlineData(0.02, 20, 7, 0.2918844486857, 0.2857085943908, 0.2904954719426, 0.2834349310597)]
    [InlineData(0.02, 40, 10, 0.4112529715038, 0.4055562869258, 0.4113734506436, 0.4054593933223)]
    [InlineData(0.045, 15, 3, 0.0361965832599, 0.0314738680433, 0.0357409698701, 0.0344596337897)]
    [InlineData(0.05, 20, 5, 0, -0.0055702602381, 0, 0)]
    public void Equals_the_worked_numbers_yearly_and_half_yearly(
        double rate, int tenor, int grace, double yearly, double effective, double simple, double firstPrincipalAtGrace)
    {
        new LoanTerms(rate, tenor, grace).GrantElement().ShouldBe(yearly, Exact);
        new LoanTerms(rate / 2, 2 * tenor, 2 * grace).GrantElement(HalfYearly).ShouldBe(effective, Exact);
        new LoanTerms(rate / 2, 2 * tenor, 2 * grace).GrantElement(0.025).ShouldBe(simple, Exact);
        new LoanTerms(rate, tenor, grace - 1).GrantElement().ShouldBe(firstPrincipalAtGrace, Exact);
    }

    [Theory]
    [InlineData(0.001, 40, 10, 0.012, 0.2368048012574)]
    [InlineData(0.02, 20, 5, 0.03, 0.1044940517053)]
    public void Subsidy_is_the_gift_seen_from_the_lenders_own_funding_rate(
        double rate, int tenor, int grace, double fundingRate, double subsidy)
    {
        new LoanTerms(rate, tenor, grace).Subsidy(fundingRate).ShouldBe(subsidy, Exact);
        new LoanTerms(rate, tenor, grace).PresentValue(fundingRate).ShouldBe(1 - subsidy, Exact);
    }

    [Fact]
    public void A_blend_has_the_face_weighted_mean() =>
        (0.6 * new LoanTerms(0.02, 20, 5).GrantElement() + 0.4 * new LoanTerms(0.045, 15, 3).GrantElement())
            .ShouldBe(0.1792930251781, Exact);

    // World Bank (2022), IDA20 financing terms: 50-year credits carry no interest, 10 years' grace and a grant element
    // of 73 %; shorter-maturity loans, 12 years with 6 of grace and no interest, 36 %. IDA18 and IDA19 regular credits:
    // 38 years, 6 of grace, service charge 0.75 %, 53 %. All served half-yearly, discounted at an effective 5 % a year.
    [Theory]
    [InlineData(0, 50, 10, 0.73)]
    [InlineData(0, 12, 6, 0.36)]
    [InlineData(0.0075, 38, 6, 0.53)]
    public void Reproduces_the_published_grant_elements_of_IDA_credits(double rate, int tenor, int grace, double published) =>
        new LoanTerms(rate / 2, 2 * tenor, 2 * grace).GrantElement(HalfYearly).ShouldBe(published, 0.005);

    // OECD DAC statistical reporting directives, annex "Technical analysis: calculation of the grant element": a loan of
    // 1,000 made on 1 January 2001 for 10 years at 2.5 %, equal half-yearly principal from 1 July 2003, discounted at 10 %.
    [Fact]
    public void Agrees_with_the_general_formula_of_the_DAC_directives_on_their_example_loan()
    {
        const double rate = 0.025;
        var period = Math.Sqrt(1.1) - 1;
        var toGrace = Math.Pow(1.1, 2);
        var repaying = Math.Pow(1.1, 8);
        var duringGrace = rate * (1 - 1 / toGrace) / (2 * period);
        var principal = 1 / 16.0 / toGrace * ((1 - 1 / repaying) / period);
        var interest = rate / (2 * 16) / toGrace * (1 / repaying - 1 + period * 16) / (period * period);

        new LoanTerms(rate / 2, 20, 4).GrantElement(period).ShouldBe(1 - duringGrace - principal - interest, Exact);
    }

    // European Commission, state aid archive, annex "Calculation of the cash grant equivalent of a soft loan", no grace period: ECU 500,000
    // over ten years at 6 % where the reference rate is 8 % is worth 41,123, a sum of ten years each rounded to a whole ECU.
    [Fact]
    public void Is_the_cash_grant_equivalent_that_the_Commission_prints_for_a_soft_loan()
    {
        var loan = new LoanTerms(0.06, 10, 0);
        int[] printed = [9259, 7716, 6351, 5145, 4083, 3151, 2334, 1621, 1000, 463];
        for (var year = 1; year <= 10; year++)
        {
            var subsidy = 500_000 * loan.OutstandingAfter(year - 1) * 0.02 / Math.Pow(1.08, year);
            subsidy.ShouldBe(printed[year - 1], 0.5);
        }

        (500_000 * loan.GrantElement(0.08)).ShouldBe(41_123, 1);
    }

    [Fact]
    public void A_loan_at_the_discount_rate_is_no_gift_and_one_at_no_discount_costs_its_interest()
    {
        new LoanTerms(0.05, 23, 4).GrantElement(0.05).ShouldBe(0);
        new LoanTerms(0, 23, 4).PresentValue(0).ShouldBe(1, 1e-14);
        new LoanTerms(0.02, 20, 5).PresentValue(0).ShouldBe(1.26, 1e-14);
    }

    [Fact]
    public void Service_is_interest_in_grace_and_then_falls_with_the_principal()
    {
        var loan = new LoanTerms(0.02, 20, 5);

        loan.Service(0).ShouldBe(0);
        loan.Service(1).ShouldBe(0.02, Exact);
        loan.Service(5).ShouldBe(0.02, Exact);
        loan.Service(6).ShouldBe(0.0866666667, 1e-10);
        loan.Service(7).ShouldBe(0.0853333333, 1e-10);
        loan.Service(20).ShouldBe(0.068, Exact);
        loan.Service(21).ShouldBe(0);
        Enumerable.Range(1, 20).Aggregate(0.0, (paid, year) => paid + loan.Service(year)).ShouldBe(1.26, Exact);
    }

    [Fact]
    public void Principal_repaid_adds_up_to_the_face() => Holds.ForAll(AnyLoan.Terms(), loan =>
    {
        var repaid = 0.0;
        for (var year = 1; year <= loan.TenorYears; year++)
        {
            repaid += loan.Service(year) - loan.RatePerYear * loan.OutstandingAfter(year - 1);
            repaid.ShouldBe(1 - loan.OutstandingAfter(year), 1e-12);
        }

        return Math.Abs(repaid - 1) < 1e-12;
    });

    [Fact]
    public void Closed_form_equals_the_discounted_service_at_every_rate() => Holds.ForAll(
        from loan in AnyLoan.Terms() from discount in Holds.Between(-0.002, 0.15) select (loan, discount),
        given =>
        {
            var value = 0.0;
            for (var year = 1; year <= given.loan.TenorYears; year++)
            {
                value += given.loan.Service(year) / Math.Pow(1 + given.discount, year);
            }

            return Math.Abs(given.loan.PresentValue(given.discount) - value) < 1e-11;
        });

    [Fact]
    public void A_dearer_loan_is_less_of_a_gift() => Holds.ForAll(
        from loan in AnyLoan.Terms() from more in Holds.Between(1e-4, 0.05) select (loan, more),
        given => (given.loan.RatePerYear + given.more)
            is var dearer && new LoanTerms(dearer, given.loan.TenorYears, given.loan.GraceYears).GrantElement() < given.loan.GrantElement());

    [Theory]
    [InlineData(double.NaN, 20, 5)]
    [InlineData(-1, 20, 5)]
    [InlineData(0.02, 0, 0)]
    [InlineData(0.02, 20, 20)]
    [InlineData(0.02, 20, -1)]
    public void Terms_that_make_no_loan_are_refused(double rate, int tenor, int grace) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new LoanTerms(rate, tenor, grace));

    [Fact]
    public void The_default_is_no_loan()
    {
        default(LoanTerms).GrantElement().ShouldBe(0);
        default(LoanTerms).PresentValue(0.05).ShouldBe(0);
        default(LoanTerms).Service(1).ShouldBe(0);
    }
}
