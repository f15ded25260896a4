using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>How a sponsor answers: pure functions of the view of a tender, its own mind, and what it was told alone.</summary>
public static class SponsorBehaviour
{
    /// <summary>Answers an invitation to bid.</summary>
    /// <param name="view">The tender as everybody sees it.</param>
    /// <param name="mind">The sponsor's mind; remembers the bid.</param>
    /// <param name="costSignalUsdBn">The sponsor's own estimate of its cost, USD bn.</param>
    /// <param name="bid">The bid, if there is one.</param>
    /// <returns>False if it declines.</returns>
    public static bool Answer(TenderView view, SponsorMind mind, double costSignalUsdBn, out Bid bid)
    {
        mind.Forget(view.Segment);
        var bids = mind.Definition.Behaviour switch
        {
            SponsorBehaviourKind.BestResponse => BestResponse.TryBid(view, mind, costSignalUsdBn, out bid),
            SponsorBehaviourKind.Equilibrium => EquilibriumBid.TryBid(view, mind, costSignalUsdBn, out bid),
            SponsorBehaviourKind.Fixed => FixedBid.TryBid(view, mind, costSignalUsdBn, out bid),
            SponsorBehaviourKind.Learning => LearnedBid.TryBid(view, mind, costSignalUsdBn, out bid),
            var kind => throw new InvalidOperationException($"No behaviour {kind}."),
        };
        if (bids) mind.Remember(view.Segment, bid);
        return bids;
    }

    /// <summary>Answers a call for a best and final offer: a better one that passes the floor, or the bid as it stands.</summary>
    /// <param name="view">The tender.</param>
    /// <param name="mind">The sponsor's mind; remembers the improved bid.</param>
    /// <param name="score">The Secretariat's score of the standing bid, its error included.</param>
    /// <param name="bid">The improved bid.</param>
    /// <returns>False if the bid stands as it is.</returns>
    public static bool Improve(TenderView view, SponsorMind mind, double score, out Bid bid)
    {
        bid = default;
        if (mind.Definition.Behaviour != SponsorBehaviourKind.BestResponse || !mind.TryRecall(view.Segment, out var standing) || standing.Partner >= 0) return false;
        if (!BestResponse.TryImprove(view, mind, standing, score, out bid)) return false;
        mind.Remember(view.Segment, bid);
        return true;
    }
}
