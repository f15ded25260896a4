using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// The symmetric first-price equilibrium of two bidders with independent lognormal costs, in price alone (no concession, no strategic worth):
/// the closed form that verification holds the tendering machinery against (docs/model.md §6, V1).
/// </summary>
internal static class EquilibriumBid
{
    public static bool TryBid(TenderView view, SponsorMind mind, double costSignalUsdBn, out Bid bid)
    {
        var capability = view.CapabilityOf(mind.Sponsor);
        var complies = view.Arm.Specification == SpecificationRule.Mandatory;
        bid = BidSheet.Blank(view, mind.Sponsor, complies);
        bid.BidCostUsdBn = costSignalUsdBn * BestResponse.Premium(view, complies);
        var costs = new LognormalCosts(view.ReferenceCostUsdBn * capability.CostMultiplier * BestResponse.Premium(view, complies), capability.SignalSd);
        bid.PriceUsdBn = FirstPrice.Bid(costs, bid.BidCostUsdBn);
        bid.Guarantee = false;
        bid.PayoffUsdBn = bid.PriceUsdBn - bid.BidCostUsdBn;
        bid.BelievedBidders = 2;
        return true;
    }
}
