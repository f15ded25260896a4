using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>What a segment built by one sponsor, complying or not, is expected to earn: everything in its appraisal that the loan does not touch.</summary>
internal sealed class Prospect(Compiled compiled)
{
    private readonly double[] flows = new double[LongestLife(compiled)];
    private readonly double[] factors = new double[LongestLife(compiled)];
    private readonly double[] cash = new double[LongestLife(compiled)];
    private int buckets;
    private bool known;

    /// <summary>Expected economic rate of return; null if none.</summary>
    public double? Eirr { get; private set; }

    /// <summary>Expected economic net present value at the hurdle, USD bn.</summary>
    public double EnpvUsdBn { get; private set; }

    /// <summary>Expected build time, years.</summary>
    public double BuildYears { get; private set; }

    /// <summary>Expected yearly cash after operation for as long as the asset lasts, USD bn, index 0 the year of close.</summary>
    public ReadOnlySpan<double> Cash => cash.AsSpan(0, buckets);

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

    /// <summary>Forgets what it knew of an earlier tender.</summary>
    public void Forget() => known = false;

    /// <summary>Appraises a sponsor's way of building the segment in view, once.</summary>
    public void Load(TenderView view, int sponsor, bool complies)
    {
        if (known) return;
        known = true;
        var segment = compiled.Segments[view.Segment];
        var capability = view.CapabilityOf(sponsor);
        var economics = compiled.Economics[view.Segment];
        var premium = complies ? 1 + compiled.SystemOf(view.Segment).System.SpecificationPremium : 1;
        BuildYears = segment.BuildYears * capability.BuildTimeFactor * compiled.Scenario.Delivery.DelayMean;
        var life = compiled.LifeOf(BuildYears, economics.DemandGrowthPerYear);
        var cost = view.ReferenceCostUsdBn * capability.CostMultiplier * premium * segment.Class.OverrunMean;
        var accounts = new ProjectAccounts(cost, economics.RevenueUsdBnPerYear, compiled.OperationUsdBn(view.Segment, capability.Quality), 0);
        Array.Fill(factors, segment.Class.DemandMean);
        buckets = CashFlows.FillOperation(Appraiser.CashLife(compiled, BuildYears, economics.DemandGrowthPerYear), accounts, factors, cash).Length;
        var economic = ProjectAccounts.Economic(accounts, life, economics.BenefitUsdBnPerYear, compiled.ShadowPrices, 0);
        var filled = CashFlows.Fill(life, economic, factors, flows);
        var hurdle = compiled.Scenario.Scoring.HurdlePerYear;
        Eirr = InternalRate.TryFind(filled, hurdle, out var rate) ? rate : null;
        EnpvUsdBn = PresentValue.Npv(filled, hurdle);
    }
}
