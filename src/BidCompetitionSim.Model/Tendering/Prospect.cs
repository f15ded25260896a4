using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// What a segment built by one sponsor, complying or not, is expected to earn: everything in its appraisal that the loan does not touch. It
/// depends on the scenario and on the day of opening alone, so it is kept from tender to tender and from run to run.
/// </summary>
internal sealed class Prospect(Compiled compiled)
{
    private const int Unknown = -1;

    private readonly double[] cash = new double[compiled.NoService.Length];
    private int knownDay = Unknown;
    private int knownBorrower = Unknown;

    /// <summary>Return term of the viability expected (see <see cref="ProjectViability.ReturnTerm"/>).</summary>
    public double ReturnTerm { get; private set; }

    /// <summary>Largest debt over GDP in ten years that a loan of USD 1 bn in present value adds to a host, by its share, whose debt would hold still.</summary>
    public double DebtPerUsdBn { get; private set; }

    /// <summary>First year since close that a cover is taken over.</summary>
    public int FirstFullYear { get; private set; }

    /// <summary>Expected yearly cash after operation for as long as the asset lasts, USD bn, index 0 the year of close; +∞ in years that no cover is taken over.</summary>
    public ReadOnlySpan<double> Cash => cash;

    /// <summary>Buckets that the longest expected life in the scenario needs.</summary>
    public static int LongestLife(Compiled compiled)
    {
        double longest = 0;
        foreach (var segment in compiled.Segments) longest = Math.Max(longest, segment.BuildYears);
        foreach (var system in compiled.Capabilities)
            foreach (var capability in system)
                if (capability is not null) longest = Math.Max(longest, compiled.Segments.Max(s => s.BuildYears) * capability.BuildTimeFactor);
        return Appraiser.CashLife(compiled, longest * compiled.Scenario.Delivery.DelayMean, 0).Buckets;
    }

    /// <summary>Appraises a sponsor's way of building the segment in view, unless it did so for the same day.</summary>
    /// <param name="view">The tender.</param>
    /// <param name="sponsor">Who builds.</param>
    /// <param name="complies">Whether to the regional specification.</param>
    /// <param name="flows">Scratch, at least <see cref="LongestLife"/> long.</param>
    /// <param name="factors">Likewise.</param>
    public void Load(TenderView view, int sponsor, bool complies, double[] flows, double[] factors)
    {
        if (knownDay == view.Day && knownBorrower == view.Borrower.State) return;
        (knownDay, knownBorrower) = (view.Day, view.Borrower.State);
        var segment = compiled.Segments[view.Segment];
        var capability = view.CapabilityOf(sponsor);
        var economics = compiled.Economics[view.Segment];
        var premium = complies ? 1 + compiled.SystemOf(view.Segment).System.SpecificationPremium : 1;
        var contractYears = segment.BuildYears * capability.BuildTimeFactor;
        var buildYears = contractYears * compiled.Scenario.Delivery.DelayMean;
        var life = compiled.LifeOf(buildYears, economics.DemandGrowthPerYear);
        var cost = view.ReferenceCostUsdBn * capability.CostMultiplier * premium * segment.Class.OverrunMean;
        var accounts = new ProjectAccounts(cost, economics.RevenueUsdBnPerYear, compiled.OperationUsdBn(view.Segment, capability.Quality), 0);
        Array.Fill(factors, segment.Class.DemandMean);
        var whole = Appraiser.CashLife(compiled, buildYears, economics.DemandGrowthPerYear);
        KeepCash(CashFlows.FillOperation(whole, accounts, factors, flows), (int)Math.Ceiling(contractYears));
        var economic = ProjectAccounts.Economic(accounts, life, economics.BenefitUsdBnPerYear, compiled.ShadowPrices, 0);
        var filled = CashFlows.Fill(life, economic, factors, flows);
        var hurdle = compiled.Scenario.Scoring.HurdlePerYear;
        ReturnTerm = ProjectViability.ReturnTerm(InternalRate.TryFind(filled, hurdle, out var rate) ? rate : null, PresentValue.Npv(filled, hurdle), hurdle);
        DebtPerUsdBn = PeakOfOneUsdBn(view, buildYears);
    }

    private void KeepCash(ReadOnlySpan<double> yearly, int firstFullYear)
    {
        FirstFullYear = firstFullYear;
        Array.Fill(cash, double.PositiveInfinity);
        for (var year = firstFullYear; year < yearly.Length && year < cash.Length; year++) cash[year] = yearly[year];
    }

    // Debt over GDP is linear in what is drawn, so one path serves every loan.
    private double PeakOfOneUsdBn(TenderView view, double buildYears)
    {
        var state = compiled.Scenario.States[view.Borrower.State];
        var gdp = state.GdpUsdBn * Elementary.Pow(1 + state.GrowthPerYear, view.Day / 365.25);
        Span<double> drawn = stackalloc double[DebtPath.YearsAhead];
        drawn.Clear();
        DebtPath.AddDrawings(1, 1, buildYears, drawn);
        return view.Borrower.Share * DebtPath.Peak(new HostFinances(0, gdp, compiled.Scenario.Scoring.DebtInterestPerYear, state.GrowthPerYear, 0), drawn);
    }
}
