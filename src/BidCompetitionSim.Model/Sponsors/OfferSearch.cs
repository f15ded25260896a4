using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// The search over a sponsor's possible offers at one tender. What no offer moves is taken from <see cref="TenderView.Evaluate"/> once; the rest
/// is added to it, so that a utility here may differ in its last bits from the one evaluated when the bid is opened.
/// </summary>
/// <remarks>
/// Bounds of all offers are found side by side (see <see cref="OfferBounds"/>); the most promising is then weighed exactly until none that is
/// not can be better: the offer that trying every one would find, at the price of weighing two or three.
/// </remarks>
internal ref struct OfferSearch
{
    private readonly OfferedTender tender;
    private readonly SponsorMind mind;
    private readonly OfferBounds bounds;
    private readonly MarginTable margins;
    private readonly ConcessionLadder ladder;
    private readonly ReadOnlySpan<WindowRoom> rooms;
    private readonly OfferedWay own;
    private readonly OfferedWay complying;

    /// <summary>Prepares a search.</summary>
    /// <param name="view">The tender.</param>
    /// <param name="mind">The sponsor's mind.</param>
    /// <param name="rivals">What it expects of the others.</param>
    /// <param name="bidCostUsdBn">Its bid cost in its own standard, USD bn.</param>
    /// <param name="bar">What an offer must pass.</param>
    public OfferSearch(TenderView view, SponsorMind mind, in Competition rivals, double bidCostUsdBn, in Bar bar)
    {
        this.mind = mind;
        tender = new OfferedTender(view, mind, rivals, bar);
        bounds = mind.Bounds;
        margins = view.Compiled.Margins[mind.Sponsor];
        rooms = mind.RoomsOn(view.Record.Day);
        ladder = view.LadderOf(mind.Sponsor, rooms);
        if (view.Arm.Specification != SpecificationRule.Mandatory) own = new OfferedWay(view, mind, complies: false, bidCostUsdBn);
        if (view.Arm.Specification != SpecificationRule.None) complying = new OfferedWay(view, mind, complies: true, bidCostUsdBn);
    }

    /// <summary>The best of the offers that pass; the default value, with price 0, if none does.</summary>
    public readonly Bid Best()
    {
        bounds.Open(tender.View, ladder, rooms);
        if (own.IsOpen) Bound(own);
        if (complying.IsOpen) Bound(complying);
        Bid best = default;
        var (highest, first) = (double.NegativeInfinity, -1);
        while (bounds.TryHighest(out var row, out var step) && !bounds.IsSettled(row, step))
        {
            var value = Weigh(row, step, out var bid);
            bounds.Settle(row, step, value);
            var place = step * OfferBounds.Rows + row;
            if (!(value > highest) && !(value == highest && place < first)) continue;
            (best, highest, first) = (bid, value, place);
        }
        return best;
    }

    private readonly void Bound(in OfferedWay way) =>
        bounds.Fill(tender, way, tender.View.Arm.RegionalWeight == 0 ? default : tender.View.Regional.BoundOf(way.Blank));

    /// <summary>What an offer is expected to bring; −∞ if it may not be made.</summary>
    internal readonly double Weigh(int row, int step, out Bid bid)
    {
        ref readonly var way = ref row < OfferedWay.Complying ? ref own : ref complying;
        var (view, waives) = (tender.View, (row & 1) != 0);
        bid = way.Blank;
        if (!way.IsOpen) return double.NegativeInfinity;
        bid.Concession = margins.Concession(step);
        bid.PriceUsdBn = bid.BidCostUsdBn * margins.Factor(step);
        var blend = ladder.At(bid.Concession);
        view.SetLoan(ref bid, blend, rooms);
        var grant = view.GrantUsdBn(bid);
        if (bid.PriceUsdBn > tender.Bar.MostPriceUsdBn || grant < tender.Bar.LeastGrantUsdBn) return double.NegativeInfinity;
        if (waives ? !bid.Guarantee || !ladder.CanWaiveGuarantee(blend) : bid.Guarantee && !tender.Bar.MayAskGuarantee) return double.NegativeInfinity;
        bid.Guarantee &= !waives;
        var utility = way.Utility - tender.PriceWeight * (way.LogCostOverReference + margins.LogFactor(step))
            + tender.ConcessionWeight * (grant / bid.PriceUsdBn) + tender.RentPerFace * bid.FaceUsdBn;
        if (bid.Guarantee) utility -= tender.GuaranteeCost;
        bid.PayoffUsdBn = way.WorthUsdBn + (bid.PriceUsdBn - bid.BidCostUsdBn) - mind.FiscalWeight * view.SubsidyUsdBn(bid);
        if (waives) bid.PayoffUsdBn -= view.CostOfWaivingUsdBn(bid);
        bid.WinProbability = tender.Odds.At(view.Weigh(utility, view.RegionalIfWeighed(bid)));
        return tender.Bar.Passes(view, bid) ? bid.WinProbability * bid.PayoffUsdBn : double.NegativeInfinity;
    }
}

/// <summary>One way to build: in the own standard, or complying with the regional specification.</summary>
internal readonly struct OfferedWay
{
    /// <summary>First row of the complying way in <see cref="OfferBounds"/>.</summary>
    public const int Complying = 2;

    public readonly bool IsOpen;
    public readonly int FirstRow;
    public readonly Bid Blank;
    public readonly double WorthUsdBn;
    public readonly double LogCostOverReference;
    public readonly double Utility;
    public readonly double OperationUsdBn;

    public OfferedWay(TenderView view, SponsorMind mind, bool complies, double bidCostUsdBn)
    {
        (IsOpen, FirstRow) = (true, complies ? Complying : 0);
        Blank = BidSheet.Blank(view, mind.Sponsor, complies);
        Blank.BidCostUsdBn = bidCostUsdBn * BestResponse.Premium(view, complies);
        OperationUsdBn = view.Compiled.OperationUsdBn(view.Segment, Blank.Quality);
        WorthUsdBn = StrategicWorth.UsdBn(view, mind, complies);
        LogCostOverReference = Elementary.Log(Blank.BidCostUsdBn / view.ReferenceCostUsdBn);
        // Paid in cash at the reference cost, with no guarantee: every term that price, loan and guarantee move is 0.
        Utility = view.Evaluate(Blank with { PriceUsdBn = view.ReferenceCostUsdBn, Guarantee = false }, 0).Total;
    }
}

/// <summary>What all offers of a sponsor at one tender share.</summary>
internal readonly ref struct OfferedTender
{
    public readonly TenderView View;
    public readonly WinOdds Odds;
    public readonly Bar Bar;
    public readonly double PriceWeight;
    public readonly double ConcessionWeight;
    public readonly double RentPerFace;
    public readonly double GuaranteeCost;
    public readonly double FiscalWeight;

    public OfferedTender(TenderView view, SponsorMind mind, in Competition rivals, in Bar bar)
    {
        (View, Bar) = (view, bar);
        Odds = rivals.Odds;
        (PriceWeight, ConcessionWeight) = (view.Weights.Price, view.Weights.Concession);
        RentPerFace = view.Weights.Rent * view.RentFactor(mind.Sponsor, 1, rivals.OtherBids);
        GuaranteeCost = view.Weights.Guarantee * view.Stress;
        FiscalWeight = mind.FiscalWeight;
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
