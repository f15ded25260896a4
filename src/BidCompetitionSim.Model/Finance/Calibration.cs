namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// Reads a stated rate of return backwards: the yearly income that gives it. Present value is linear in income, so
/// the answer is the present value of what the project costs over that of one unit of income a year.
/// </summary>
public static class Calibration
{
    /// <summary>
    /// Yearly income at full ramp, in the first operating year's demand, with which the accounts return exactly the
    /// stated rate: benefits from a stated EIRR, revenue from a stated FIRR (docs/model.md §4.8).
    /// </summary>
    /// <param name="life">When the project is built and used, as its appraisal assumed.</param>
    /// <param name="accounts">Costs and residual value; its income is ignored.</param>
    /// <param name="ratePerYear">Stated rate of return per year, above −1.</param>
    /// <returns>USD bn a year.</returns>
    public static double IncomeForReturn(in ProjectLife life, in ProjectAccounts accounts, double ratePerYear)
    {
        var flows = new double[life.Buckets];
        CashFlows.Fill(life, accounts with { IncomeUsdBnPerYear = 0 }, [], flows);
        var costUsdBn = -PresentValue.Npv(flows, ratePerYear);
        CashFlows.Fill(life, new ProjectAccounts(0, 1, 0, 0), [], flows);
        return costUsdBn / PresentValue.Npv(flows, ratePerYear);
    }
}
