using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>The search over a sponsor's possible offers at one tender.</summary>
internal readonly ref struct OfferSearch(
    TenderView view, SponsorMind mind, ConcessionLadder ladder, ReadOnlySpan<WindowRoom> rooms, WinOdds odds, double otherBids, double bidCostUsdBn)
{
    private readonly TenderView view = view;
    private readonly SponsorMind mind = mind;
    private readonly ConcessionLadder ladder = ladder;
    private readonly ReadOnlySpan<WindowRoom> rooms = rooms;
    private readonly WinOdds odds = odds;
    private readonly double otherBids = otherBids;
    private readonly double bidCostUsdBn = bidCostUsdBn;

    /// <summary>The best of the acceptable offers; the default value, with price 0, if none is.</summary>
    public Bid Best(Func<TenderView, Bid, bool> acceptable)
    {
        var best = default(Bid);
        var highest = double.NegativeInfinity;
        var steps = view.Compiled.Scenario.Bidding.ConcessionSteps;
        var mayDecline = view.Arm.Specification != SpecificationRule.Mandatory;
        var mayComply = view.Arm.Specification != SpecificationRule.None;
        var ownWorth = mayDecline ? StrategicWorth.UsdBn(view, mind, complies: false) : 0;
        var complyingWorth = mayComply ? StrategicWorth.UsdBn(view, mind, complies: true) : 0;
        for (var step = 0; step <= steps; step++)
        {
            var concession = (double)step / steps;
            var blend = ladder.At(concession);
            if (mayDecline) Try(concession, blend, false, ownWorth, acceptable, ref best, ref highest);
            if (mayComply) Try(concession, blend, true, complyingWorth, acceptable, ref best, ref highest);
        }
        return best;
    }

    private void Try(
        double concession, in Blend blend, bool complies, double worthUsdBn, Func<TenderView, Bid, bool> acceptable, ref Bid best, ref double highest)
    {
        var definition = mind.Definition;
        var bid = BidSheet.Blank(view, mind.Sponsor, complies);
        bid.Concession = concession;
        bid.BidCostUsdBn = bidCostUsdBn * BestResponse.Premium(view, complies);
        bid.PriceUsdBn = bid.BidCostUsdBn * (1 + definition.MarginHard + (definition.MarginSoft - definition.MarginHard) * concession);
        view.SetLoan(ref bid, ladder, rooms);
        var payoff = worthUsdBn + (bid.PriceUsdBn - bid.BidCostUsdBn) - mind.FiscalWeight * view.SubsidyUsdBn(bid);
        Weigh(bid, payoff, acceptable, ref best, ref highest);
        if (bid.FaceUsdBn <= 0 || !ladder.CanWaiveGuarantee(blend)) return;
        bid.Guarantee = false;
        Weigh(bid, payoff - view.CostOfWaivingUsdBn(bid), acceptable, ref best, ref highest);
    }

    private void Weigh(Bid bid, double payoffUsdBn, Func<TenderView, Bid, bool> acceptable, ref Bid best, ref double highest)
    {
        bid.PayoffUsdBn = payoffUsdBn;
        bid.WinProbability = odds.At(view.Weigh(view.Evaluate(bid, otherBids).Total, view.RegionalIfWeighed(bid)));
        var expected = bid.WinProbability * payoffUsdBn;
        if (!(expected > highest) || !acceptable(view, bid)) return;
        highest = expected;
        best = bid;
    }
}
