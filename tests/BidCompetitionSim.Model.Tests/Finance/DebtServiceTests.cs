using BidCompetitionSim.Model.Finance;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Finance;

public sealed class DebtServiceTests
{
    private static readonly LoanTerms Hard = new(0.02, 20, 5);

    [Fact]
    public void Two_tranches_are_served_together_each_at_its_own_inflation()
    {
        var service = new double[30];
        DebtService.FillReal(new LentTranche(2, Hard, 0.0225), new LentTranche(1, new LoanTerms(0.001, 40, 10), 0.0065), service);

        service[0].ShouldBe(0);
        service[6].ShouldBe(2 * 0.086666666666667 / Math.Pow(1.0225, 6) + 0.001 / Math.Pow(1.0065, 6), 1e-12);
    }

    [Fact]
    public void The_largest_service_is_the_largest_of_the_yearly_ones() => Holds.ForAll(
        from first in AnyLoan.Tranche() from second in AnyLoan.Tranche() select (first, second),
        given =>
        {
            var service = new double[60];
            DebtService.FillReal(given.first, given.second, service);
            return Math.Abs(DebtService.LargestRealUsdBn(given.first, given.second) - service.Max()) < 1e-12;
        });

    [Fact]
    public void No_tranche_is_no_service()
    {
        var service = new[] { 1.0, 2 };
        DebtService.FillReal(default, default, service);

        service.ShouldBe([0, 0]);
        DebtService.LargestRealUsdBn(default, default).ShouldBe(0);
    }

    [Fact]
    public void An_eased_loan_still_repays_its_face_later_and_cheaper()
    {
        var signed = new LoanSchedule(Hard);
        var eased = signed.EasedAfter(8, extraTenorYears: 10, ratePerYear: 0.01);

        eased.Service(8).ShouldBe(signed.Service(8));
        eased.OutstandingAfter(8).ShouldBe(signed.OutstandingAfter(8));
        eased.Service(9).ShouldBe(0.8 * (0.01 + 1 / 22.0), 1e-14);
        eased.LastYear.ShouldBe(30);
        eased.OutstandingAfter(30).ShouldBe(0);
        eased.Service(31).ShouldBe(0);
    }

    [Fact]
    public void A_loan_eased_within_its_grace_keeps_the_rest_of_it()
    {
        var eased = new LoanSchedule(Hard).EasedAfter(3, extraTenorYears: 5, ratePerYear: 0.01);

        eased.Service(5).ShouldBe(0.01, 1e-15);
        eased.Service(6).ShouldBe(0.01 + 1 / 20.0, 1e-15);
    }

    [Fact]
    public void Years_filled_equal_years_asked_for_one_by_one_eased_or_not() => Holds.ForAll(
        from tranche in AnyLoan.Tranche()
        from after in Gen.Choose(0, tranche.Schedule.Terms.TenorYears - 1)
        from years in Gen.Choose(1, 70)
        select (tranche, eased: tranche with { Schedule = tranche.Schedule.EasedAfter(after, 7, 0.01) }, years),
        given => Agree(given.tranche, given.years) && Agree(given.eased, given.years));

    [Fact]
    public void Principal_of_an_eased_loan_adds_up_to_the_face() => Holds.ForAll(
        from terms in AnyLoan.Terms()
        from after in Gen.Choose(0, terms.TenorYears - 1)
        from extra in Gen.Choose(0, 15)
        select (new LoanSchedule(terms).EasedAfter(after, extra, terms.RatePerYear / 2), after, terms),
        given =>
        {
            var (loan, after, terms) = given;
            var repaid = 0.0;
            for (var year = 1; year <= loan.LastYear; year++)
            {
                var rate = year <= after ? terms.RatePerYear : terms.RatePerYear / 2;
                repaid += loan.Service(year) - rate * loan.OutstandingAfter(year - 1);
            }

            return Math.Abs(repaid - 1) < 1e-12;
        });

    [Fact]
    public void A_loan_is_not_eased_twice_or_after_its_end()
    {
        var eased = new LoanSchedule(Hard).EasedAfter(8, 10, 0.01);

        Should.Throw<InvalidOperationException>(() => eased.EasedAfter(9, 1, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new LoanSchedule(Hard).EasedAfter(20, 1, 0));
    }

    private static bool Agree(LentTranche tranche, int years)
    {
        var service = new double[years];
        DebtService.AddReal(tranche, service);
        return Enumerable.Range(0, years).All(year => Math.Abs(service[year] - tranche.RealServiceUsdBn(year)) < 1e-12);
    }
}
