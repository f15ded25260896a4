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
    private readonly ulong[] addresses; // by segment, to whole vectors, as what is drawn of them
    private readonly double[] costLevels; // true cost over the reference cost, for any builder
    private readonly double[] demandRatios;
    private readonly double[] overrunDraws;
    private readonly double[] delayFactors;
    private readonly double[] ownDelays;
    private readonly ulong[] signalAddresses; // [segment, sponsor], of first attempts
    private readonly double[] signals;
    private readonly Lognormals levelClasses;
    private readonly Lognormals demandClasses;
    private readonly Lognormals delayClasses;
    private readonly Lognormals signalClasses;
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
        addresses = Lanes.Padded(compiled.Segments.Select(s => compiled.Addresses.Segment(s.Index)));
        (costLevels, demandRatios, overrunDraws) = (new double[addresses.Length], new double[addresses.Length], new double[addresses.Length]);
        (delayFactors, ownDelays) = (new double[addresses.Length], new double[addresses.Length]);
        levelClasses = new Lognormals(Array.ConvertAll(compiled.Segments, _ => Unbiased(compiled.Scenario.Bidding.CostLevelSd)));
        demandClasses = new Lognormals(Array.ConvertAll(compiled.Economics, economics => economics.Demand));
        delayClasses = new Lognormals(Array.ConvertAll(compiled.Segments, _ => delay.Delay));
        var bidders = compiled.Segments.SelectMany(s => Enumerable.Range(0, compiled.Sponsors).Select(k => (Segment: s.Index, Sponsor: k))).ToArray();
        signalAddresses = Lanes.Padded(bidders.Select(one => compiled.Addresses.Attempt(one.Segment, one.Sponsor, 1)));
        signals = new double[signalAddresses.Length];
        signalClasses = new Lognormals(Array.ConvertAll(bidders, one => SignalClass(one.Segment, one.Sponsor)));
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
        Draw();
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
        return ReferenceCostUsdBn(segment, openedDay) * costLevels[segment] * capability.CostMultiplier * premium;
    }

    /// <summary>A sponsor's own estimate of its cost.</summary>
    /// <returns>USD bn.</returns>
    public double SignalUsdBn(in TenderKey tender, int sponsor)
    {
        var error = tender.Attempt == 1 ? signals[tender.Segment * compiled.Sponsors + sponsor]
            : SignalClass(tender.Segment, sponsor).At(nature.Normal(DrawPurpose.CostSignal, 0, compiled.Addresses.Attempt(tender.Segment, sponsor, tender.Attempt)));
        return CostUsdBn(tender.Segment, tender.Day, sponsor, complies: false) * error;
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
        var governance = compiled.Segments[segment].Hosts.Governance;
        var ratio = overruns[segment].Factor(governance, contract.Quality, cost / contract.PriceUsdBn, overrunDraws[segment]);
        var (delivered, years) = (cost * ratio, contract.CompletionYears * delayFactors[segment]);
        return compiled.Shocks is { } shocks ? shocks.Disturb(segment, period.ClosedDay, delivered, years) : (delivered, years);
    }

    /// <summary>Realised over forecast demand at plateau.</summary>
    public double DemandRatio(int segment) => demandRatios[segment];

    // All that nature draws of a segment, side by side: nearly all of it is asked for in every run.
    private void Draw()
    {
        nature.FillNormals(DrawPurpose.ReferenceCost, 0, addresses, costLevels);
        nature.FillNormals(DrawPurpose.Demand, 0, addresses, demandRatios);
        nature.FillNormals(DrawPurpose.Overrun, 0, addresses, overrunDraws);
        nature.FillNormals(DrawPurpose.Delay, 0, addresses, ownDelays);
        nature.FillNormals(DrawPurpose.CostSignal, 0, signalAddresses, signals);
        delay.FillNormals(overrunDraws, ownDelays, delayFactors);
        levelClasses.At(costLevels);
        demandClasses.At(demandRatios);
        delayClasses.At(delayFactors);
        signalClasses.At(signals);
    }

    // Bidders ask for the same one after the other, and the winner again.
    private double ReferenceCostUsdBn(int segment, int openedDay)
    {
        ref var known = ref references[segment];
        if (known.Day != openedDay) known = (openedDay, compiled.ReferenceCostUsdBn(segment, openedDay));
        return known.CostUsdBn;
    }

    // Partners in a joint bid build half each, and coordinate.
    private double CostUsdBn(int segment, int openedDay, in Bid contract)
    {
        var own = CostUsdBn(segment, openedDay, contract.Sponsor, contract.Complies);
        if (contract.Partner < 0) return own;
        return Sponsors.JointBidding.Coordination * (own + CostUsdBn(segment, openedDay, contract.Partner, contract.Complies)) / 2;
    }

    // What is off by some deviations, and right on average.
    private static ReferenceClass Unbiased(double sd) => new(-(sd * sd / 2), sd);

    private ReferenceClass SignalClass(int segment, int sponsor) =>
        compiled.Capabilities[compiled.Segments[segment].System][sponsor] is { } capability ? Unbiased(capability.SignalSd) : default;

    private Sponsors.Capability CapabilityOf(int segment, int sponsor) => compiled.Capabilities[compiled.Segments[segment].System][sponsor]!;

    /// <summary>When a tender was opened, and when works on what it let begin.</summary>
    public readonly record struct Period(int OpenedDay, int ClosedDay);
}
