using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The sponsors' public reference offers at a tender: half concession, own standard, price at the public estimate of its cost, guarantee asked. An
/// offer follows from the day of opening and the sponsor's windows that the notice calls open, so it is kept from run to run; what it is worth is
/// found when it is asked for.
/// </summary>
internal sealed class ReferenceOffers(TenderView view)
{
    private readonly Offer[] offers = new Offer[view.Compiled.Segments.Length * 2 * view.Compiled.Sponsors]; // [segment, attempt, sponsor]
    private readonly ulong[] windows = Array.ConvertAll(view.Compiled.WindowsOfSponsor, own => own.Aggregate(0UL, (mask, window) => mask | 1UL << window));
    private readonly Worth[] worths = new Worth[view.Compiled.Sponsors];

    /// <summary>Forgets what offers are worth: the view is that of another tender or moment.</summary>
    public void Forget() => Array.Clear(worths);

    /// <summary>The host's utility of a sponsor's offer, as if nobody else bid.</summary>
    public double UtilityOf(int sponsor) => worths[sponsor].Utility ??= view.Evaluate(BidOf(sponsor), 0).Total;

    /// <summary>The regional score of it.</summary>
    public double RegionalOf(int sponsor) => worths[sponsor].Regional ??= view.Regional.Of(BidOf(sponsor));

    private ref readonly Bid BidOf(int sponsor)
    {
        ref var known = ref offers[(view.Segment * 2 + view.Attempt - 1) * view.Compiled.Sponsors + sponsor];
        var open = view.Record.OpenWindows[view.Segment] & windows[sponsor];
        if (!ReferenceEquals(known.Arm, view.Arm) || known.Day != view.Day || known.OpenWindows != open)
            known = new Offer { Arm = view.Arm, Day = view.Day, OpenWindows = open, Bid = NewBid(sponsor) };
        return ref known.Bid;
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
        public ulong OpenWindows;
        public Bid Bid;
    }

    private struct Worth
    {
        public double? Utility;
        public double? Regional;
    }
}
