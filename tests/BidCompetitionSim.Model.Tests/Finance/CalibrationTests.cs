using BidCompetitionSim.Model.Finance;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Finance;

public sealed class CalibrationTests
{
    // Level income, nothing else: the annuity of any textbook, 100 over 20 years at 5 % (8.0243), paid a year in advance
    // of the year's end because bucket 1 counts at exact time 1.
    [Fact]
    public void Level_income_for_a_return_is_the_annuity()
    {
        var life = new ProjectLife(1, 0, new ServiceLife(20, 20, 1, 1));

        Calibration.IncomeForReturn(life, new ProjectAccounts(100, 0, 0, 0), 0.05).ShouldBe(8.024258719069, 1e-9);
    }

    [Fact]
    public void Income_read_back_from_a_rate_gives_that_rate() => Holds.ForAll(
        from life in AnyLoan.Life()
        from rate in Holds.Between(-0.03, 0.3)
        from cost in Holds.Between(0.2, 20)
        from operationShare in Holds.Between(0, 0.03)
        select (life, rate, accounts: new ProjectAccounts(cost, 0, operationShare * cost, 0.4 * cost)),
        given =>
        {
            var income = Calibration.IncomeForReturn(given.life, given.accounts, given.rate);
            var flows = CashFlows.Fill(given.life, given.accounts with { IncomeUsdBnPerYear = income }, [], new double[60]);
            return Math.Abs(PresentValue.Npv(flows, given.rate)) < 1e-10
                && (given.rate < 0 || (InternalRate.TryFind(flows, 0.09, out var rate) && Math.Abs(rate - given.rate) < 1e-10));
        });
}
