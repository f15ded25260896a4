using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>Bids as was learnt: a kind of offer drawn for the situation that the sponsor finds itself in.</summary>
public static class LearnedBid
{
    private const double Half = 0.5;

    /// <summary>The situation that a sponsor finds itself in at a tender.</summary>
    public static int SituationOf(TenderView view, SponsorMind mind) => LearnedTable.SituationOf(
        BestResponse.ExpectedOtherBids(view, mind) >= Half,
        view.Compiled.HomeShares[view.Segment * view.Compiled.Sponsors + mind.Sponsor] >= Half,
        mind.PressureOn(view.Day) >= Half);

    /// <summary>The bid that a kind of offer is at a tender.</summary>
    /// <param name="view">The tender.</param>
    /// <param name="mind">The sponsor's mind.</param>
    /// <param name="kind">The kind of offer.</param>
    /// <param name="costSignalUsdBn">The sponsor's own estimate of its cost, USD bn.</param>
    /// <param name="bid">The bid.</param>
    /// <returns>False if it is not worth its price and the cost of bidding even if it should win.</returns>
    public static bool TryMake(TenderView view, SponsorMind mind, LearnedOffer kind, double costSignalUsdBn, out Bid bid)
    {
        var bidding = view.Compiled.Scenario.Bidding;
        var sponsor = mind.Definition;
        var complies = view.Arm.Specification switch
        {
            SpecificationRule.None => false,
            SpecificationRule.Offered => kind.Complies,
            _ => true,
        };
        bid = BidSheet.Blank(view, mind.Sponsor, complies);
        bid.BelievedBidders = 1 + (int)Math.Round(BestResponse.ExpectedOtherBids(view, mind), MidpointRounding.AwayFromZero);
        bid.BidCostUsdBn = BestResponse.BidCostUsdBn(view, mind, costSignalUsdBn, bid.BelievedBidders) * BestResponse.Premium(view, complies);
        bid.PriceUsdBn = bid.BidCostUsdBn * (1 + sponsor.MarginSoft + (sponsor.MarginHard - sponsor.MarginSoft) * kind.Markup);
        bid.Concession = kind.Concession;
        var rooms = mind.RoomsOn(view.Record.Day);
        var ladder = view.LadderOf(mind.Sponsor, rooms);
        var blend = ladder.At(bid.Concession);
        view.SetLoan(ref bid, blend, rooms);
        var waives = !kind.Guarantee && bid.Guarantee && ladder.CanWaiveGuarantee(blend);
        bid.Guarantee &= !waives;
        bid.PayoffUsdBn = StrategicWorth.UsdBn(view, mind, complies) + (bid.PriceUsdBn - bid.BidCostUsdBn) - mind.FiscalWeight * view.SubsidyUsdBn(bid);
        if (waives) bid.PayoffUsdBn -= view.CostOfWaivingUsdBn(bid);
        return bid.PayoffUsdBn > bidding.BidCostShare * view.ReferenceCostUsdBn;
    }

    internal static bool TryBid(TenderView view, SponsorMind mind, double costSignalUsdBn, out Bid bid)
    {
        var table = mind.Learned ?? throw new InvalidOperationException(
            $"Sponsor {mind.Definition.Id} bids as it learnt, and the scenario has no learnedPolicies.{mind.Definition.Id}: train one, or let it bid otherwise.");
        var u = mind.Draws.Uniform(DrawPurpose.LearnedOffer, 0, view.Compiled.Addresses.Attempt(view.Segment, mind.Sponsor, view.Attempt));
        return TryMake(view, mind, table.Pick(SituationOf(view, mind), u), costSignalUsdBn, out bid);
    }
}
