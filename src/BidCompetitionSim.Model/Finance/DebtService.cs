namespace BidCompetitionSim.Model.Finance;

/// <summary>One tranche as lent: face, schedule, and the inflation that wears its currency's nominal service down.</summary>
/// <param name="FaceUsdBn">Face value, USD bn, at least 0.</param>
/// <param name="Schedule">Schedule of the nominal service.</param>
/// <param name="InflationPerYear">Inflation of the loan's currency per year, above −1.</param>
public readonly record struct LentTranche(double FaceUsdBn, LoanSchedule Schedule, double InflationPerYear)
{
    /// <summary>A tranche served as signed.</summary>
    /// <param name="faceUsdBn">Face value, USD bn, at least 0.</param>
    /// <param name="terms">Signed terms.</param>
    /// <param name="inflationPerYear">Inflation of the loan's currency per year, above −1.</param>
    public LentTranche(double faceUsdBn, LoanTerms terms, double inflationPerYear)
        : this(faceUsdBn, new LoanSchedule(terms), inflationPerYear)
    {
    }

    /// <summary>Real service of a year, USD bn of the year of close: nominal/(1+π)^t.</summary>
    /// <param name="year">Year since close.</param>
    public double RealServiceUsdBn(int year) => year < 1
        ? 0
        : FaceUsdBn * Schedule.Service(year) / Compounding.Over(1 + InflationPerYear, year);
}

/// <summary>Real service of a loan of up to two tranches, in prices of the year of close (docs/model.md §4.2).</summary>
public static class DebtService
{
    /// <summary>Fills index t with the real service of year t; index 0, the year of close, is 0.</summary>
    /// <param name="first">A tranche; the default value is none.</param>
    /// <param name="second">Another tranche; the default value is none.</param>
    /// <param name="serviceUsdBn">Overwritten, USD bn by year since close; years beyond its length are left out.</param>
    public static void FillReal(in LentTranche first, in LentTranche second, Span<double> serviceUsdBn)
    {
        serviceUsdBn.Clear();
        AddReal(first, serviceUsdBn);
        AddReal(second, serviceUsdBn);
    }

    /// <summary>Adds one tranche's real service to index t for every year t it is served.</summary>
    /// <param name="tranche">A tranche; the default value adds nothing.</param>
    /// <param name="serviceUsdBn">Added to, USD bn by year since close.</param>
    public static void AddReal(in LentTranche tranche, Span<double> serviceUsdBn)
    {
        if (tranche.FaceUsdBn == 0)
        {
            return;
        }

        var schedule = tranche.Schedule;
        var deflation = 1 / (1 + tranche.InflationPerYear);
        var leftUsdBn = AddYears(tranche.FaceUsdBn, schedule.Terms, schedule.SignedYears, deflation, serviceUsdBn);
        if (schedule.IsEased && schedule.SignedYears < serviceUsdBn.Length)
        {
            AddYears(leftUsdBn, schedule.EasedTerms, schedule.EasedTerms.TenorYears, deflation, serviceUsdBn[schedule.SignedYears..]);
        }
    }

    /// <summary>Largest yearly real service of the two tranches together, USD bn.</summary>
    /// <param name="first">A tranche; the default value is none.</param>
    /// <param name="second">Another tranche; the default value is none.</param>
    public static double LargestRealUsdBn(in LentTranche first, in LentTranche second)
    {
        if (!FallsBetweenSteps(first) || !FallsBetweenSteps(second))
        {
            return LargestByYear(first, second);
        }

        // Service never rises but at the first year and at a tranche's first principal: three years to look at, not forty.
        var largest = TotalUsdBn(first, second, 1);
        largest = Math.Max(largest, TotalUsdBn(first, second, first.Schedule.Terms.GraceYears + 1));
        return Math.Max(largest, TotalUsdBn(first, second, second.Schedule.Terms.GraceYears + 1));
    }

    // Real service of the first years of a loan, and the real principal they leave. Running sums: a division a year is dear.
    private static double AddYears(double faceUsdBn, LoanTerms terms, int years, double deflation, Span<double> serviceUsdBn)
    {
        var last = Math.Min(years, serviceUsdBn.Length - 1);
        var instalment = 1.0 / (terms.TenorYears - terms.GraceYears);
        var outstanding = 1.0;
        for (var year = 1; year <= last; year++)
        {
            var repaid = year > terms.GraceYears ? instalment : 0;
            faceUsdBn *= deflation;
            serviceUsdBn[year] += faceUsdBn * (terms.RatePerYear * outstanding + repaid);
            outstanding -= repaid;
        }

        return faceUsdBn * outstanding;
    }

    private static bool FallsBetweenSteps(in LentTranche tranche) => tranche.FaceUsdBn == 0
        || (tranche.InflationPerYear >= 0 && tranche.Schedule.Terms.RatePerYear >= 0 && !tranche.Schedule.IsEased);

    private static double LargestByYear(in LentTranche first, in LentTranche second)
    {
        var largest = 0.0;
        var last = Math.Max(LastYear(first), LastYear(second));
        for (var year = 1; year <= last; year++)
        {
            largest = Math.Max(largest, TotalUsdBn(first, second, year));
        }

        return largest;
    }

    private static int LastYear(in LentTranche tranche) => tranche.FaceUsdBn == 0 ? 0 : tranche.Schedule.LastYear;

    private static double TotalUsdBn(in LentTranche first, in LentTranche second, int year) =>
        RealUsdBn(first, year) + RealUsdBn(second, year);

    private static double RealUsdBn(in LentTranche tranche, int year) =>
        tranche.FaceUsdBn == 0 ? 0 : tranche.RealServiceUsdBn(year);
}
