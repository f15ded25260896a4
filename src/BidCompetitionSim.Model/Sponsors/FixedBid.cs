using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>Makes the offers listed in the scenario, and no others.</summary>
internal static class FixedBid
{
    public static bool TryBid(TenderView view, SponsorMind mind, double costSignalUsdBn, out Bid bid)
    {
        bid = default;
        foreach (var offer in mind.Definition.FixedOffers)
        {
            if (offer.Attempt != view.Attempt || view.Compiled.SegmentOf(offer.Segment) != view.Segment) continue;
            bid = BidFor(view, mind, offer);
            bid.BidCostUsdBn = costSignalUsdBn;
            return true;
        }
        return false;
    }

    private static Bid BidFor(TenderView view, SponsorMind mind, FixedOffer offer)
    {
        var complies = view.Arm.Specification switch
        {
            SpecificationRule.None => false,
            SpecificationRule.Offered => offer.Complies,
            _ => true,
        };
        var bid = BidSheet.Blank(view, mind.Sponsor, complies);
        bid.Guarantee = offer.Guarantee;
        bid.Concession = offer.Concession;
        bid.PriceUsdBn = view.ReferenceCostUsdBn * offer.PriceOverReference;
        var rooms = mind.RoomsOn(view.Record.Day);
        view.SetLoan(ref bid, view.LadderOf(mind.Sponsor, rooms), rooms);
        return bid;
    }
}
