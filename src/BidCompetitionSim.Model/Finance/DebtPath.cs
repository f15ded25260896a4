namespace BidCompetitionSim.Model.Finance;

/// <summary>A host's public finances at a project's close.</summary>
/// <param name="DebtOverGdp">Public debt over GDP.</param>
/// <param name="GdpUsdBn">GDP, USD bn a year.</param>
/// <param name="InterestPerYear">Real interest on public debt, per year.</param>
/// <param name="GrowthPerYear">Real growth of GDP, per year, above −1.</param>
/// <param name="PrimaryBalanceOverGdp">Primary balance over GDP, a surplus positive.</param>
public readonly record struct HostFinances(
    double DebtOverGdp,
    double GdpUsdBn,
    double InterestPerYear,
    double GrowthPerYear,
    double PrimaryBalanceOverGdp)
{
    /// <summary>The primary balance that holds debt over GDP where it is: b(i−g)/(1+g) (IMF 2018, LIC-DSF guidance note).</summary>
    /// <param name="debtOverGdp">Public debt over GDP.</param>
    /// <param name="interestPerYear">Interest per year, real with real growth or nominal with nominal.</param>
    /// <param name="growthPerYear">Growth of GDP per year, above −1.</param>
    public static double StabilisingBalance(double debtOverGdp, double interestPerYear, double growthPerYear) =>
        debtOverGdp * (interestPerYear - growthPerYear) / (1 + growthPerYear);

    /// <summary>The same finances with the debt-stabilising primary balance.</summary>
    public HostFinances Stabilised() => this with
    {
        PrimaryBalanceOverGdp = StabilisingBalance(DebtOverGdp, InterestPerYear, GrowthPerYear),
    };
}

/// <summary>Debt of a host with a project, and what it is held against.</summary>
/// <param name="Burden">Largest debt over GDP in ten years from close with the project.</param>
/// <param name="Threshold">The host's threshold, or the same without the project where that is more.</param>
public readonly record struct DebtBurden(double Burden, double Threshold);

/// <summary>
/// Public debt over GDP from a project's close: b' = b(1+i)/(1+g) − pb + new debt/GDP (docs/model.md §5).
/// New debt in year t is drawn in [t, t+1) and counts in b at t+1, over the GDP of that year.
/// </summary>
public static class DebtPath
{
    /// <summary>Years from close over which debt is looked at.</summary>
    public const int YearsAhead = 10;

    /// <summary>Adds what a signed loan puts on the host's books: its present value at 5 %, as it is drawn.</summary>
    /// <param name="presentValueUsdBn">Present value of the loan's service at 5 %, USD bn.</param>
    /// <param name="weight">1 if sovereign or guaranteed, else the contingent weight χ.</param>
    /// <param name="buildYears">Years over which it is drawn, evenly.</param>
    /// <param name="newDebtUsdBn">Added to, USD bn by year; years beyond its length are left out.</param>
    public static void AddDrawings(double presentValueUsdBn, double weight, double buildYears, Span<double> newDebtUsdBn)
    {
        for (var year = 0; year < newDebtUsdBn.Length; year++)
        {
            newDebtUsdBn[year] += weight * presentValueUsdBn * CashFlows.BuiltShare(year, buildYears);
        }
    }

    /// <summary>Fills debt over GDP at the end of each year, index 0 the year of close.</summary>
    /// <param name="host">Finances at close.</param>
    /// <param name="newDebtUsdBn">New debt by year; 0 past its end.</param>
    /// <param name="debtOverGdp">Overwritten.</param>
    public static void Fill(in HostFinances host, ReadOnlySpan<double> newDebtUsdBn, Span<double> debtOverGdp)
    {
        var debt = host.DebtOverGdp;
        var gdpUsdBn = host.GdpUsdBn;
        for (var year = 0; year < debtOverGdp.Length; year++)
        {
            debtOverGdp[year] = debt;
            gdpUsdBn *= 1 + host.GrowthPerYear;
            debt = Next(host, debt, (year < newDebtUsdBn.Length ? newDebtUsdBn[year] : 0) / gdpUsdBn);
        }
    }

    /// <summary>Largest debt over GDP from close to ten years on.</summary>
    /// <param name="host">Finances at close.</param>
    /// <param name="newDebtUsdBn">New debt by year; 0 past its end.</param>
    public static double Peak(in HostFinances host, ReadOnlySpan<double> newDebtUsdBn)
    {
        Span<double> path = stackalloc double[YearsAhead + 1];
        Fill(host, newDebtUsdBn, path);
        var peak = path[0];
        foreach (var debt in path)
        {
            peak = Math.Max(peak, debt);
        }

        return peak;
    }

    /// <summary>Burden with the project, and the threshold: a host above its own limit is held against where it would be anyway.</summary>
    /// <param name="host">Finances at close.</param>
    /// <param name="newDebtWithoutUsdBn">New debt by year without the project.</param>
    /// <param name="newDebtWithUsdBn">New debt by year with it.</param>
    /// <param name="hostThreshold">The host's own threshold, debt over GDP.</param>
    public static DebtBurden Burden(
        in HostFinances host,
        ReadOnlySpan<double> newDebtWithoutUsdBn,
        ReadOnlySpan<double> newDebtWithUsdBn,
        double hostThreshold) =>
        new(Peak(host, newDebtWithUsdBn), Math.Max(hostThreshold, Peak(host, newDebtWithoutUsdBn)));

    private static double Next(in HostFinances host, double debtOverGdp, double newDebtOverGdp) =>
        debtOverGdp * (1 + host.InterestPerYear) / (1 + host.GrowthPerYear)
        - host.PrimaryBalanceOverGdp
        + newDebtOverGdp;
}
