namespace BidCompetitionSim.Model.Finance;

/// <summary>What a project costs and brings, real, in prices of the year of close.</summary>
/// <param name="CapitalCostUsdBn">Delivered cost, spread evenly over the build time, USD bn.</param>
/// <param name="IncomeUsdBnPerYear">Benefit or revenue at full ramp in the first operating year's demand, USD bn a year.</param>
/// <param name="OperationUsdBnPerYear">Operation and maintenance, USD bn per operating year.</param>
/// <param name="ResidualUsdBn">Value left at the end of operation, USD bn.</param>
public readonly record struct ProjectAccounts(
    double CapitalCostUsdBn,
    double IncomeUsdBnPerYear,
    double OperationUsdBnPerYear,
    double ResidualUsdBn)
{
    /// <summary>
    /// Economic accounts: resource costs at shadow prices, straight-line residual value, transfers left out but for
    /// the rent that leaks abroad (ADB 2017).
    /// </summary>
    /// <param name="financial">The same project's financial accounts.</param>
    /// <param name="life">When it is built and used.</param>
    /// <param name="benefitUsdBnPerYear">Economic benefit at full ramp, USD bn a year.</param>
    /// <param name="prices">Shadow prices.</param>
    /// <param name="leakedRentUsdBn">Rent that leaves the host's economy, USD bn.</param>
    public static ProjectAccounts Economic(
        in ProjectAccounts financial,
        in ProjectLife life,
        double benefitUsdBnPerYear,
        in ShadowPrices prices,
        double leakedRentUsdBn)
    {
        var resourceCostUsdBn = financial.CapitalCostUsdBn * prices.ConversionFactor;
        return new ProjectAccounts(
            resourceCostUsdBn + leakedRentUsdBn,
            benefitUsdBnPerYear,
            financial.OperationUsdBnPerYear * prices.ConversionFactor,
            resourceCostUsdBn * life.Service.ResidualShare);
    }
}

/// <summary>Shadow prices of inputs, domestic price numeraire (ADB 2017). The default value is not neutral: use <see cref="Market"/>.</summary>
/// <param name="TradableShare">Share of costs spent on tradables, in [0, 1].</param>
/// <param name="ShadowExchangeRateFactor">Economic over market price of tradables.</param>
/// <param name="UnskilledLabourShare">Share of costs spent on unskilled labour, in [0, 1].</param>
/// <param name="ShadowWageRateFactor">Economic over market wage of unskilled labour.</param>
public readonly record struct ShadowPrices(
    double TradableShare,
    double ShadowExchangeRateFactor,
    double UnskilledLabourShare,
    double ShadowWageRateFactor)
{
    /// <summary>Market prices.</summary>
    public static readonly ShadowPrices Market = new(0, 1, 0, 1);

    /// <summary>Economic over financial cost of the mix of inputs.</summary>
    public double ConversionFactor => 1
        + TradableShare * (ShadowExchangeRateFactor - 1)
        + UnskilledLabourShare * (ShadowWageRateFactor - 1);
}

/// <summary>Yearly flows of a project, flow t at index t (docs/model.md §5).</summary>
public static class CashFlows
{
    /// <summary>Fills the net flows of a project's whole life: income less operation less cost, residual at the end.</summary>
    /// <param name="life">When it is built and used.</param>
    /// <param name="accounts">What it costs and brings.</param>
    /// <param name="demandFactors">Factor on income in each bucket (realised over forecast, network); 1 past its end, so empty is all 1.</param>
    /// <param name="flowsUsdBn">Overwritten; at least <see cref="ProjectLife.Buckets"/> long.</param>
    /// <returns>The filled part of the span.</returns>
    /// <exception cref="ArgumentException">The span is too short.</exception>
    public static Span<double> Fill(
        in ProjectLife life,
        in ProjectAccounts accounts,
        ReadOnlySpan<double> demandFactors,
        Span<double> flowsUsdBn)
    {
        var flows = FillOperation(life, accounts, demandFactors, flowsUsdBn);
        AddCapital(accounts, life.BuildYears, flows);
        return flows;
    }

    /// <summary>Fills the cash from operation alone, income less operation and maintenance; 0 while not operating.</summary>
    /// <param name="life">When it is built and used.</param>
    /// <param name="accounts">What it costs and brings.</param>
    /// <param name="demandFactors">Factor on income in each bucket; 1 past its end.</param>
    /// <param name="cashUsdBn">Overwritten; at least <see cref="ProjectLife.Buckets"/> long.</param>
    /// <returns>The filled part of the span.</returns>
    /// <exception cref="ArgumentException">The span is too short.</exception>
    public static Span<double> FillOperation(
        in ProjectLife life,
        in ProjectAccounts accounts,
        ReadOnlySpan<double> demandFactors,
        Span<double> cashUsdBn)
    {
        if (cashUsdBn.Length < life.Buckets)
        {
            throw new ArgumentException($"A project of {life.Buckets} years does not fit in {cashUsdBn.Length}.", nameof(cashUsdBn));
        }

        Span<double> demanded = stackalloc double[OperatingCash.RoomFor(life.Service.OperatingYears)];
        Span<double> factors = stackalloc double[life.Buckets + OperatingCash.Slack];
        Span<double> filled = stackalloc double[factors.Length];
        OperatingCash.FillDemanded(accounts.IncomeUsdBnPerYear, life.DemandGrowthPerYear, life.Service, demanded);
        factors.Fill(1);
        demandFactors[..Math.Min(demandFactors.Length, factors.Length)].CopyTo(factors);
        new OperatingCash(life.BuildYears, accounts.OperationUsdBnPerYear, demanded, factors).Fill(life.Service.OperatingYears, filled);
        filled[..life.Buckets].CopyTo(cashUsdBn);
        return cashUsdBn[..life.Buckets];
    }

    /// <summary>Takes the cost off the cash of a project's whole life, and adds the residual at its end.</summary>
    internal static void AddCapital(in ProjectAccounts accounts, double buildYears, Span<double> cashUsdBn)
    {
        AddOverBuild(-accounts.CapitalCostUsdBn, buildYears, cashUsdBn);
        cashUsdBn[^1] += accounts.ResidualUsdBn;
    }

    /// <summary>Adds an amount spread evenly over the build time; all of it at close where nothing is left to build.</summary>
    /// <param name="amountUsdBn">Amount to spread, USD bn, signed.</param>
    /// <param name="buildYears">Build time, years, at least 0.</param>
    /// <param name="flowsUsdBn">Added to; holds every bucket in which there is building.</param>
    public static void AddOverBuild(double amountUsdBn, double buildYears, Span<double> flowsUsdBn)
    {
        // The share is the same in every year that is built through.
        var wholeYear = 1 / buildYears;
        for (var bucket = 0; bucket == 0 || bucket < buildYears; bucket++)
        {
            flowsUsdBn[bucket] += amountUsdBn * (bucket + 1 <= buildYears ? wholeYear : BuiltShare(bucket, buildYears));
        }
    }

    /// <summary>Share of the building done in a bucket: how much of [0, b) it holds.</summary>
    /// <param name="bucket">Bucket, 0 the year from close.</param>
    /// <param name="buildYears">Build time b, years, at least 0.</param>
    public static double BuiltShare(int bucket, double buildYears) => buildYears <= 0
        ? (bucket == 0 ? 1 : 0)
        : Math.Clamp(buildYears - bucket, 0, 1) / buildYears;
}
