using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// The search over a sponsor's possible offers at one tender. What no offer moves is taken from <see cref="TenderView.Evaluate"/> once; the rest
/// is added to it, so that a utility here may differ in its last bits from the one evaluated when the bid is opened.
/// </summary>
internal ref struct OfferSearch
{
    private readonly TenderView view;
    private readonly SponsorMind mind;
    private readonly ConcessionLadder ladder;
    private readonly ReadOnlySpan<WindowRoom> rooms;
    private readonly WinOdds odds;
    private readonly Bar bar;
    private readonly MarginTable margins;
    private readonly double rentPerFace;
    private readonly Way own;
    private readonly Way complying;
    private Bid best;
    private double highest;

    /// <summary>Prepares a search.</summary>
    /// <param name="view">The tender.</param>
    /// <param name="mind">The sponsor's mind.</param>
    /// <param name="rivals">What it expects of the others.</param>
    /// <param name="bidCostUsdBn">Its bid cost in its own standard, USD bn.</param>
    /// <param name="bar">What an offer must pass.</param>
    public OfferSearch(TenderView view, SponsorMind mind, in Competition rivals, double bidCostUsdBn, in Bar bar)
    {
        (this.view, this.mind, this.bar) = (view, mind, bar);
        odds = rivals.Odds;
        rooms = mind.RoomsOn(view.Record.Day);
        ladder = view.LadderOf(mind.Sponsor, rooms);
        margins = view.Compiled.Margins[mind.Sponsor];
        rentPerFace = view.Weights.Rent * view.RentFactor(mind.Sponsor, 1, rivals.OtherBids);
        if (view.Arm.Specification != SpecificationRule.Mandatory) own = new Way(view, mind, complies: false, bidCostUsdBn);
        if (view.Arm.Specification != SpecificationRule.None) complying = new Way(view, mind, complies: true, bidCostUsdBn);
    }

    /// <summary>The best of the offers that pass; the default value, with price 0, if none does.</summary>
    public Bid Best()
    {
        highest = double.NegativeInfinity;
        var steps = view.Compiled.Scenario.Bidding.ConcessionSteps;
        for (var step = 0; step <= steps; step++)
        {
            var concession = (double)step / steps;
            var blend = ladder.At(concession);
            if (own.IsOpen) Try(own, step, concession, blend);
            if (complying.IsOpen) Try(complying, step, concession, blend);
        }
        return best;
    }

    private void Try(in Way way, int step, double concession, in Blend blend)
    {
        var bid = way.Blank;
        bid.Concession = concession;
        bid.PriceUsdBn = bid.BidCostUsdBn * margins.Factor(step);
        if (bid.PriceUsdBn > bar.MostPriceUsdBn) return;
        view.SetLoan(ref bid, blend, rooms);
        var grant = view.GrantUsdBn(bid);
        if (grant < bar.LeastGrantUsdBn) return;
        var weights = view.Weights;
        var utility = way.Utility - weights.Price * (way.LogCostOverReference + margins.LogFactor(step))
            + weights.Concession * (grant / bid.PriceUsdBn) + rentPerFace * bid.FaceUsdBn;
        bid.PayoffUsdBn = way.WorthUsdBn + (bid.PriceUsdBn - bid.BidCostUsdBn) - mind.FiscalWeight * view.SubsidyUsdBn(bid);
        if (bar.MayAskGuarantee || !bid.Guarantee) Weigh(ref bid, bid.Guarantee ? utility - weights.Guarantee * view.Stress : utility, 0);
        if (!bid.Guarantee || !ladder.CanWaiveGuarantee(blend)) return;
        bid.Guarantee = false;
        Weigh(ref bid, utility, null);
    }

    // A waived guarantee is priced (costOfWaiving null) only where the offer would be the best so far if it cost nothing.
    private void Weigh(ref Bid bid, double utility, double? costOfWaivingUsdBn)
    {
        var regional = view.RegionalIfWeighed(bid);
        var probability = odds.At(view.Weigh(utility, regional));
        if (!(probability * bid.PayoffUsdBn > highest)) return;
        var payoff = bid.PayoffUsdBn - (costOfWaivingUsdBn ?? view.CostOfWaivingUsdBn(bid));
        var expected = probability * payoff;
        if (!(expected > highest) || !bar.Passes(view, bid)) return;
        highest = expected;
        best = bid with { WinProbability = probability, PayoffUsdBn = payoff };
    }

    /// <summary>One way to build: in the own standard, or complying with the regional specification.</summary>
    private readonly struct Way
    {
        public readonly bool IsOpen;
        public readonly Bid Blank;
        public readonly double WorthUsdBn;
        public readonly double LogCostOverReference;
        public readonly double Utility;

        public Way(TenderView view, SponsorMind mind, bool complies, double bidCostUsdBn)
        {
            IsOpen = true;
            Blank = BidSheet.Blank(view, mind.Sponsor, complies);
            Blank.BidCostUsdBn = bidCostUsdBn * BestResponse.Premium(view, complies);
            WorthUsdBn = StrategicWorth.UsdBn(view, mind, complies);
            LogCostOverReference = Elementary.Log(Blank.BidCostUsdBn / view.ReferenceCostUsdBn);
            // Paid in cash at the reference cost, with no guarantee: every term that price, loan and guarantee move is 0.
            Utility = view.Evaluate(Blank with { PriceUsdBn = view.ReferenceCostUsdBn, Guarantee = false }, 0).Total;
        }
    }
}

/// <summary>What a sponsor expects of its rivals at a tender.</summary>
/// <param name="odds">Its odds of winning.</param>
/// <param name="otherBids">How many other bids it expects.</param>
internal readonly ref struct Competition(WinOdds odds, double otherBids)
{
    /// <summary>Its odds of winning.</summary>
    public WinOdds Odds { get; } = odds;

    /// <summary>How many other bids it expects.</summary>
    public double OtherBids { get; } = otherBids;
}

/// <summary>What an improved offer must pass: no worse for the host than the standing one, and over the region's floor.</summary>
/// <param name="MostPriceUsdBn">Highest price, USD bn.</param>
/// <param name="LeastGrantUsdBn">Least gift in its loan, USD bn.</param>
/// <param name="MayAskGuarantee">Whether it may ask for a guarantee.</param>
/// <param name="LeastRegional">Least regional score, without the Secretariat's error; −∞ where none is asked for.</param>
internal readonly record struct Bar(double MostPriceUsdBn, double LeastGrantUsdBn, bool MayAskGuarantee, double LeastRegional)
{
    /// <summary>No bar: a first offer.</summary>
    public static readonly Bar None = new(double.PositiveInfinity, double.NegativeInfinity, true, double.NegativeInfinity);

    /// <summary>Whether the region's score of an offer passes; the rest is checked before its score is.</summary>
    public bool Passes(TenderView view, in Bid bid) => double.IsNegativeInfinity(LeastRegional) || view.Regional.Of(bid) >= LeastRegional;
}
