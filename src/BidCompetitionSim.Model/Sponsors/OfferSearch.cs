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
    private readonly ReadOnlySpan<WindowRoom> rooms;
    private readonly ReadOnlySpan<WindowRoom> lenderRooms;

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
        var pressure = mind.PressureOn(view.Day);
        bounds.CloseWays();
        if (view.Arm.Specification != SpecificationRule.Mandatory) bounds.WayOf(0).Open(view, mind, complies: false, bidCostUsdBn, pressure);
        if (view.Arm.Specification != SpecificationRule.None) bounds.WayOf(OfferedWay.Complying).Open(view, mind, complies: true, bidCostUsdBn, pressure);
        if (!view.CanBeCofinanced) return;
        lenderRooms = view.LenderRooms(mind.Sponsor, rooms);
        for (var row = 0; row < OfferedWay.Cofinanced; row += OfferedWay.RowsOfOne)
            if (bounds.WayOf(row).IsOpen) bounds.WayOf(row + OfferedWay.Cofinanced).OpenCofinanced(bounds.WayOf(row));
    }

    /// <summary>The best of the offers that pass; the default value, with price 0, if none does.</summary>
    public readonly Bid Best()
    {
        bounds.Open(tender.View, rooms);
        if (tender.View.CanBeCofinanced) bounds.OpenCofinanced(tender, lenderRooms);
        for (var row = 0; row < bounds.Rows; row += OfferedWay.RowsOfOne)
            if (bounds.WayOf(row).IsOpen) Bound(bounds.WayOf(row));
        Bid best = default;
        var (highest, first) = (double.NegativeInfinity, -1);
        while (bounds.TryTake(highest, out var row, out var step))
        {
            var value = Weigh(row, step, out var bid);
            var place = step * bounds.Rows + row;
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
        ref readonly var way = ref bounds.WayOf(row);
        var (view, waives) = (tender.View, (row & 1) != 0);
        bid = way.Blank;
        if (!way.IsOpen) return double.NegativeInfinity;
        bid.Concession = margins.Concession(step);
        bid.PriceUsdBn = bid.BidCostUsdBn * margins.Factor(step);
        var loans = bounds.LoansOf(way).Table;
        view.SetLoan(ref bid, loans.Blends[step], way.IsCofinanced ? lenderRooms : rooms);
        var grant = view.GrantUsdBn(bid);
        if (bid.PriceUsdBn > tender.Bar.MostPriceUsdBn || grant < tender.Bar.LeastGrantUsdBn) return double.NegativeInfinity;
        if (waives ? !bid.Guarantee || loans.Waivable[step] == 0 : bid.Guarantee && !tender.Bar.MayAskGuarantee) return double.NegativeInfinity;
        bid.Guarantee &= !waives;
        var utility = way.Utility - tender.PriceWeight * (way.LogCostOverReference + margins.LogFactor(step))
            + tender.ConcessionWeight * (grant / bid.PriceUsdBn) + tender.RentPerFace * bid.FaceUsdBn;
        if (bid.Guarantee) utility -= tender.GuaranteeCost;
        if (way.IsCofinanced && !Follow(bid, ref utility)) return double.NegativeInfinity;
        bid.PayoffUsdBn = way.WorthUsdBn + (bid.PriceUsdBn - bid.BidCostUsdBn) - mind.FiscalWeight * view.SubsidyUsdBn(bid);
        if (waives) bid.PayoffUsdBn -= view.CostOfWaivingUsdBn(bid);
        bid.WinProbability = tender.Odds.At(view.Weigh(utility, view.RegionalIfWeighed(bid)));
        return tender.Bar.Passes(view, bid) ? bid.WinProbability * bid.PayoffUsdBn : double.NegativeInfinity;
    }

    // The rules of multilateral lenders: less for officials, and a later start. False if none lends, or if they would take too long.
    private readonly bool Follow(in Bid bid, ref double utility)
    {
        var rules = tender.View.RulesOf(bid);
        if (!tender.View.IsCofinanced(bid) || rules.ExtraYears > tender.Bar.MostExtraYears) return false;
        utility += (tender.RentPerFaceUnder(rules) - tender.RentPerFace) * bid.FaceUsdBn - tender.CostOfYear * rules.ExtraYears;
        return true;
    }
}

/// <summary>One way to build: in the own standard, or complying with the regional specification.</summary>
internal struct OfferedWay
{
    /// <summary>Rows of a way in <see cref="OfferBounds"/>: guarantee asked, and waived.</summary>
    public const int RowsOfOne = 2;

    /// <summary>First row of the complying way.</summary>
    public const int Complying = RowsOfOne;

    /// <summary>First row of the ways that multilateral windows help to pay.</summary>
    public const int Cofinanced = 2 * RowsOfOne;

    public bool IsOpen;
    public bool IsCofinanced;
    public int FirstRow;
    public Bid Blank;
    public double WorthUsdBn;
    public double LogCostOverReference;
    public double Utility;
    public double OperationUsdBn;

    /// <summary>Works out what no loan moves.</summary>
    public void Open(TenderView view, SponsorMind mind, bool complies, double bidCostUsdBn, double pressure)
    {
        (IsOpen, IsCofinanced, FirstRow) = (true, false, complies ? Complying : 0);
        BidSheet.Fill(view, mind.Sponsor, complies, out Blank);
        Blank.BidCostUsdBn = bidCostUsdBn * BestResponse.Premium(view, complies);
        OperationUsdBn = view.Compiled.OperationUsdBn(view.Segment, Blank.Quality);
        WorthUsdBn = StrategicWorth.UsdBn(view, mind.Sponsor, Blank.Standard, pressure);
        LogCostOverReference = Elementary.Log(Blank.BidCostUsdBn / view.ReferenceCostUsdBn);
        // Paid in cash at the reference cost, with no guarantee: every term that price, loan and guarantee move is 0.
        Utility = view.Evaluate(Blank with { PriceUsdBn = view.ReferenceCostUsdBn, Guarantee = false }, 0).Total;
    }

    /// <summary>The same way to build, paid with the help of multilateral windows.</summary>
    public void OpenCofinanced(in OfferedWay way)
    {
        this = way;
        (IsCofinanced, FirstRow) = (true, way.FirstRow + Cofinanced);
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
    public readonly double CostOfYear;
    public readonly double HostWeight;
    public readonly double RegionalWeight;
    private readonly double otherBids;

    public OfferedTender(TenderView view, SponsorMind mind, in Competition rivals, in Bar bar)
    {
        (View, Bar) = (view, bar);
        Odds = rivals.Odds;
        (PriceWeight, ConcessionWeight) = (view.Weights.Price, view.Weights.Concession);
        otherBids = rivals.OtherBids;
        RentPerFace = view.Weights.Rent * view.RentFactor(view.RulesOf(mind.Sponsor, -1, -1), 1, otherBids);
        GuaranteeCost = view.Weights.Guarantee * view.Stress;
        FiscalWeight = mind.FiscalWeight;
        (HostWeight, RegionalWeight) = (1 - view.Arm.RegionalWeight, view.RegionalWeight);
        CostOfYear = view.Weights.Time / view.Compiled.Segments[view.Segment].BuildYears;
    }

    /// <summary>What the way to build is to the host, at its bid cost, by the host's weight.</summary>
    public double UtilityOf(in OfferedWay way) => HostWeight * (way.Utility - PriceWeight * way.LogCostOverReference);

    /// <summary>What a unit of face is worth to the host's officials under some lenders' rules.</summary>
    public double RentPerFaceUnder(in LenderRules rules) => View.Weights.Rent * View.RentFactor(rules, 1, otherBids);
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
/// <param name="MostExtraYears">Longest processing by lenders before financial close, years.</param>
internal readonly record struct Bar(double MostPriceUsdBn, double LeastGrantUsdBn, bool MayAskGuarantee, double LeastRegional, double MostExtraYears)
{
    /// <summary>No bar: a first offer.</summary>
    public static readonly Bar None = new(double.PositiveInfinity, double.NegativeInfinity, true, double.NegativeInfinity, double.MaxValue);

    /// <summary>Whether the region's score of an offer passes; the rest is checked before its score is.</summary>
    public bool Passes(TenderView view, in Bid bid) => double.IsNegativeInfinity(LeastRegional) || view.Regional.Of(bid) >= LeastRegional;
}
