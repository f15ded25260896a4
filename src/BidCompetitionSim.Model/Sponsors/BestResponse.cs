using System.Numerics;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// The bid that maximises believed probability of winning times payoff, over concession, compliance and guarantee (docs/model.md §4.4).
/// Ties go to the smaller concession, then to the own standard, then to the guarantee asked.
/// </summary>
internal static class BestResponse
{
    /// <summary>Searches the best offer; false if none is worth the cost of bidding.</summary>
    public static bool TryBid(TenderView view, SponsorMind mind, double costSignalUsdBn, out Bid best)
    {
        Span<RivalBelief> memory = stackalloc RivalBelief[view.Compiled.Sponsors];
        Span<RivalBelief> rivals = stackalloc RivalBelief[view.Compiled.Sponsors];
        var competition = CompetitionIn(view, mind, rivals, memory);
        // A rival as likely as not counts: to guard against a curse that is not there costs less than the other way round.
        var bidders = 1 + (int)Math.Round(competition.OtherBids, MidpointRounding.AwayFromZero);
        var cost = BidCostUsdBn(view, mind, costSignalUsdBn, bidders);
        best = new OfferSearch(view, mind, competition, cost, Bar.None).Best();
        best.BelievedBidders = bidders;
        var threshold = view.Compiled.Scenario.Bidding.BidCostShare * view.ReferenceCostUsdBn;
        return best.WinProbability * best.PayoffUsdBn > threshold;
    }

    /// <summary>Searches the best offer that passes the floor and worsens nothing for the host; false if there is none worth winning with.</summary>
    public static bool TryImprove(TenderView view, SponsorMind mind, in Bid standing, double score, out Bid best)
    {
        Span<RivalBelief> memory = stackalloc RivalBelief[view.Compiled.Sponsors];
        Span<RivalBelief> rivals = stackalloc RivalBelief[view.Compiled.Sponsors];
        var competition = CompetitionIn(view, mind, rivals, memory);
        var error = score - view.Regional.Of(standing);
        var bar = new Bar(
            standing.PriceUsdBn, view.GrantUsdBn(standing), standing.Guarantee, view.Compiled.Scenario.Secretariat.Floor - error,
            view.RulesOf(standing).ExtraYears);
        best = new OfferSearch(view, mind, competition, standing.BidCostUsdBn / Premium(view, standing.Complies), bar).Best();
        best.BelievedBidders = standing.BelievedBidders;
        // A struck bid costs nothing: better that than to win at a loss.
        return best.PayoffUsdBn > 0;
    }

    /// <summary>
    /// The bid cost: the signal shrunk towards the public estimate, and raised for the curse of being the most optimistic of n bidders.
    /// Awareness (shade) moves both between none and full.
    /// </summary>
    public static double BidCostUsdBn(TenderView view, SponsorMind mind, double costSignalUsdBn, int bidders)
    {
        var capability = view.CapabilityOf(mind.Sponsor);
        var level = view.Compiled.Scenario.Bidding.CostLevelSd;
        var signal = capability.SignalSd;
        var trust = level * level / (level * level + signal * signal);
        var shade = mind.Definition.Shade;
        var weight = 1 + shade * (trust - 1);
        var expected = Elementary.Log(view.ReferenceCostUsdBn * capability.CostMultiplier);
        var curse = shade * trust * signal * OrderStatistics.ExpectedMaximum(Math.Min(bidders, 16));
        return Elementary.Exp(weight * Elementary.Log(costSignalUsdBn) + (1 - weight) * expected + curse);
    }

    /// <summary>How many other bids a sponsor expects at a tender.</summary>
    public static double ExpectedOtherBids(TenderView view, SponsorMind mind)
    {
        var system = view.Compiled.Segments[view.Segment].System;
        double expected = 0;
        for (var k = 0; k < view.Compiled.Sponsors; k++)
            if (k != mind.Sponsor && view.IsCapable(k)) expected += BelievedParticipation(view, mind, system, k);
        return expected;
    }

    /// <summary>Cost of complying with the specification, as a factor.</summary>
    public static double Premium(TenderView view, bool complies) =>
        complies ? 1 + view.Compiled.SystemOf(view.Segment).System.SpecificationPremium : 1;

    private static Competition CompetitionIn(TenderView view, SponsorMind mind, Span<RivalBelief> rivals, Span<RivalBelief> memory)
    {
        var alpha = view.Arm.RegionalWeight;
        var novelty = view.Compiled.Scenario.Bidding.NoveltyVariance;
        var system = view.Compiled.Segments[view.Segment].System;
        var count = 0;
        double otherBids = 0;
        for (var k = 0; k < view.Compiled.Sponsors; k++)
        {
            if (k == mind.Sponsor || !view.IsCapable(k)) continue;
            var p = BelievedParticipation(view, mind, system, k);
            var belief = mind.BeliefOf(system, k);
            var spread = WinProbability.SpreadOfTaste(view.Weights.TasteScale, (1 - alpha) * Math.Sqrt(belief.Variance + novelty));
            rivals[count++] = new RivalBelief(view.Weigh(view.ReferenceUtility(k) + belief.Mean, view.ReferenceRegional(k)), spread, p);
            otherBids += p;
        }
        return new Competition(new WinOdds((1 - alpha) * view.Weights.Nobody, view.Weights.TasteScale, rivals[..count], memory[..count]), otherBids);
    }

    private static double BelievedParticipation(TenderView view, SponsorMind mind, int system, int rival) =>
        view.NamesArePublic ? view.Record.Interested[view.Segment] >> rival & 1 : mind.ParticipationOf(system, rival).Mean;
}
