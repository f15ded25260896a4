using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Delivery;

/// <summary>
/// What only nature knows of the segments: the true cost level, what each sponsor would truly spend, what was delivered, what demand turns out
/// to be. All draws are nature's, addressed by segment, so they are the same in every arm.
/// </summary>
public sealed class Works
{
    private readonly Compiled compiled;
    private readonly CostOverrun[] overruns;
    private readonly BuildDelay delay;
    private readonly double[] costLevels;
    private readonly double[] demandRatios;
    private readonly (int Day, double CostUsdBn)[] references;
    private Draws nature;

    /// <summary>Prepares the works of a scenario.</summary>
    public Works(Compiled compiled)
    {
        this.compiled = compiled;
        var rules = compiled.Scenario.Delivery;
        overruns = Array.ConvertAll(compiled.Segments, s => new CostOverrun(ReferenceClass.FromMoments(s.Class.OverrunMean, s.Class.OverrunSd), rules));
        delay = new BuildDelay(ReferenceClass.FromMoments(rules.DelayMean, rules.DelaySd), rules.DelayCorrelation);
        var segments = compiled.Segments.Length;
        (costLevels, demandRatios) = (new double[segments], new double[segments]);
        references = Array.ConvertAll(compiled.Segments, _ => (int.MinValue, 0.0));
        DeliveredUsdBn = new double[segments];
        CostRatios = new double[segments];
        BuildYears = new double[segments];
        TrueCostUsdBn = new double[segments];
    }

    /// <summary>Delivered cost of what was closed, by segment, USD bn.</summary>
    public double[] DeliveredUsdBn { get; }

    /// <summary>Delivered over the builder's true cost, by segment.</summary>
    public double[] CostRatios { get; }

    /// <summary>Years from close to commissioning, by segment.</summary>
    public double[] BuildYears { get; }

    /// <summary>The winner's true cost before overrun, by segment, USD bn.</summary>
    public double[] TrueCostUsdBn { get; }

    /// <summary>Back to the first day, under another nature's draws.</summary>
    public void Open(in Draws nature)
    {
        this.nature = nature;
        Array.Fill(costLevels, double.NaN);
        Array.Fill(demandRatios, double.NaN);
        Array.Clear(DeliveredUsdBn);
        Array.Clear(CostRatios);
        Array.Clear(BuildYears);
        Array.Clear(TrueCostUsdBn);
    }

    /// <summary>What a sponsor would truly spend on a segment, before overrun.</summary>
    /// <returns>USD bn.</returns>
    public double CostUsdBn(int segment, int openedDay, int sponsor, bool complies)
    {
        var capability = CapabilityOf(segment, sponsor);
        var premium = complies ? 1 + compiled.SystemOf(segment).System.SpecificationPremium : 1;
        return ReferenceCostUsdBn(segment, openedDay) * CostLevel(segment) * capability.CostMultiplier * premium;
    }

    /// <summary>A sponsor's own estimate of its cost.</summary>
    /// <returns>USD bn.</returns>
    public double SignalUsdBn(in TenderKey tender, int sponsor)
    {
        var sd = CapabilityOf(tender.Segment, sponsor).SignalSd;
        var z = nature.Normal(DrawPurpose.CostSignal, 0, compiled.Addresses.Attempt(tender.Segment, sponsor, tender.Attempt));
        return CostUsdBn(tender.Segment, tender.Day, sponsor, complies: false) * Elementary.Exp(sd * z - sd * sd / 2);
    }

    /// <summary>Builds a closed project: delivered cost and actual build time.</summary>
    public void Build(int segment, in Period period, in Bid contract)
    {
        var cost = CostUsdBn(segment, period.OpenedDay, contract);
        var (delivered, years) = Imagine(segment, period, contract, cost);
        TrueCostUsdBn[segment] = cost;
        DeliveredUsdBn[segment] = delivered;
        CostRatios[segment] = delivered / cost;
        BuildYears[segment] = years;
    }

    /// <summary>What a contract would deliver, at what cost and in what time, under nature's draws.</summary>
    /// <returns>Delivered cost, USD bn, and build time, years.</returns>
    public (double CostUsdBn, double Years) Imagine(int segment, in Period period, in Bid contract) =>
        Imagine(segment, period, contract, CostUsdBn(segment, period.OpenedDay, contract));

    private (double CostUsdBn, double Years) Imagine(int segment, in Period period, in Bid contract, double cost)
    {
        var address = compiled.Addresses.Segment(segment);
        var z = nature.Normal(DrawPurpose.Overrun, 0, address);
        var own = nature.Normal(DrawPurpose.Delay, 0, address);
        var governance = compiled.Segments[segment].Hosts.Governance;
        var ratio = overruns[segment].Factor(governance, contract.Quality, cost / contract.PriceUsdBn, z);
        var (delivered, years) = (cost * ratio, contract.CompletionYears * delay.Factor(z, own));
        return compiled.Shocks is { } shocks ? shocks.Disturb(segment, period.ClosedDay, delivered, years) : (delivered, years);
    }

    /// <summary>Realised over forecast demand at plateau.</summary>
    public double DemandRatio(int segment)
    {
        ref var ratio = ref demandRatios[segment];
        if (double.IsNaN(ratio)) ratio = compiled.Economics[segment].Demand.At(nature.Normal(DrawPurpose.Demand, 0, compiled.Addresses.Segment(segment)));
        return ratio;
    }

    // Bidders ask for the same one after the other, and the winner again.
    private double ReferenceCostUsdBn(int segment, int openedDay)
    {
        ref var known = ref references[segment];
        if (known.Day != openedDay) known = (openedDay, compiled.ReferenceCostUsdBn(segment, openedDay));
        return known.CostUsdBn;
    }

    // True cost over the reference cost, for any builder.
    private double CostLevel(int segment)
    {
        ref var ratio = ref costLevels[segment];
        if (!double.IsNaN(ratio)) return ratio;
        var level = compiled.Scenario.Bidding.CostLevelSd;
        var eta = nature.Normal(DrawPurpose.ReferenceCost, 0, compiled.Addresses.Segment(segment));
        ratio = Elementary.Exp(level * eta - level * level / 2);
        return ratio;
    }

    // Partners in a joint bid build half each, and coordinate.
    private double CostUsdBn(int segment, int openedDay, in Bid contract)
    {
        var own = CostUsdBn(segment, openedDay, contract.Sponsor, contract.Complies);
        if (contract.Partner < 0) return own;
        return Sponsors.JointBidding.Coordination * (own + CostUsdBn(segment, openedDay, contract.Partner, contract.Complies)) / 2;
    }

    private Sponsors.Capability CapabilityOf(int segment, int sponsor) => compiled.Capabilities[compiled.Segments[segment].System][sponsor]!;

    /// <summary>When a tender was opened, and when works on what it let begin.</summary>
    public readonly record struct Period(int OpenedDay, int ClosedDay);
}
