using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The sponsors' public reference offers at a tender: half concession, own standard, price at the public estimate of its cost, guarantee asked. An
/// offer and what it is worth are found when they are asked for.
/// </summary>
/// <remarks>An offer follows from the day of opening and from the notice alone, so it is kept from run to run: first attempts nearly always open on the planned day.</remarks>
internal sealed class ReferenceOffers(TenderView view)
{
    private readonly Worth[] worths = new Worth[view.Compiled.Sponsors];
    private readonly Offer[] offers = new Offer[view.Compiled.Segments.Length * 2 * view.Compiled.Sponsors]; // [segment, attempt, sponsor]

    /// <summary>Forgets what they are worth: the view is that of another tender or moment.</summary>
    public void Forget() => Array.Clear(worths);

    /// <summary>The host's utility of a sponsor's offer, as if nobody else bid.</summary>
    public double UtilityOf(int sponsor)
    {
        ref var own = ref worths[sponsor];
        return own.Utility ??= view.Evaluate(OfferOf(sponsor).Bid, 0).Total;
    }

    /// <summary>The regional score of it.</summary>
    public double RegionalOf(int sponsor)
    {
        ref var own = ref worths[sponsor];
        if (own.Regional is { } known) return known;
        ref var offer = ref OfferOf(sponsor);
        own.Regional = view.Regional.Of(offer.Bid, offer.Cover ??= view.Regional.CoverOf(offer.Bid));
        return own.Regional.Value;
    }

    private ref Offer OfferOf(int sponsor)
    {
        ref var offer = ref offers[(view.Segment * 2 + view.Attempt - 1) * worths.Length + sponsor];
        var windows = view.OpenWindowsOf(sponsor);
        if (!ReferenceEquals(offer.Arm, view.Arm) || offer.Day != view.Day || offer.Windows != windows)
            offer = new Offer { Arm = view.Arm, Day = view.Day, Windows = windows, Bid = NewBid(sponsor) };
        return ref offer;
    }

    private Bid NewBid(int sponsor)
    {
        var complies = view.Arm.Specification == SpecificationRule.Mandatory;
        var bid = BidSheet.Blank(view, sponsor, complies);
        bid.Concession = 0.5;
        bid.PriceUsdBn = view.ReferenceCostUsdBn * view.CapabilityOf(sponsor).CostMultiplier * BestResponse.Premium(view, complies);
        var rooms = view.PublicRooms(sponsor);
        view.SetLoan(ref bid, view.LadderOf(sponsor, rooms), rooms);
        return bid;
    }

    private struct Offer
    {
        public Arm? Arm;
        public int Day;
        public ulong Windows;
        public Bid Bid;
        public double? Cover;
    }

    private struct Worth
    {
        public double? Utility;
        public double? Regional;
    }
}
