using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>What a sponsor learns when a tender ends (docs/model.md §4.4). Heard before the record moves on, so that the view is that of the tender.</summary>
public static class Learning
{
    /// <summary>A tender ended with an award.</summary>
    public static void FromAward(TenderView view, SponsorMind mind, in AwardNotice award, ReadOnlySpan<double> published)
    {
        var segment = award.Tender.Segment;
        // What a joint bid wins by says little of either partner alone.
        var joint = award.Partner >= 0;
        SeeBidders(view, mind, joint ? award.Bidders | 1UL << award.Partner : award.Bidders);
        if (award.Scored != 0) SeeScores(view, mind, joint ? award.Scored & ~(1UL << award.Winner) : award.Scored, published);
        var won = award.Winner == mind.Sponsor || award.Partner == mind.Sponsor;
        var bidToo = won || (award.Bidders >> mind.Sponsor & 1) != 0;
        if (!bidToo) return;
        if (award.Scored == 0 && !joint && mind.TryRecall(segment, out var own)) Infer(view, mind, award, own, won);
        if (won) mind.Commit(segment, award.Tender.Day, award.Discount);
        else mind.LoseOn(award.Tender.Day);
    }

    /// <summary>A tender ended without one.</summary>
    public static void FromFailure(TenderView view, SponsorMind mind, in FailureNotice failure, ReadOnlySpan<double> published)
    {
        SeeBidders(view, mind, failure.Bidders);
        if (failure.Scored != 0) SeeScores(view, mind, failure.Scored, published);
    }

    /// <summary>A losing bidder's impression of the winner's offer.</summary>
    public static void FromDebriefing(Compiled compiled, SponsorMind mind, int segment, int rival, double gap)
    {
        var bidding = compiled.Scenario.Bidding;
        ref var belief = ref mind.BeliefOf(compiled.Segments[segment].System, rival);
        belief = belief.Observe(gap, bidding.SecretVariance + bidding.NoveltyVariance);
    }

    private static void SeeBidders(TenderView view, SponsorMind mind, ulong bidders)
    {
        var system = view.Compiled.Segments[view.Segment].System;
        for (var k = 0; k < view.Compiled.Sponsors; k++)
        {
            if (k == mind.Sponsor || !view.IsCapable(k)) continue;
            ref var seen = ref mind.ParticipationOf(system, k);
            seen = seen.Saw((bidders >> k & 1) != 0);
            ref var belief = ref mind.BeliefOf(system, k);
            belief = belief.Predict(view.Compiled.Scenario.Bidding.DriftVariance);
        }
    }

    private static void SeeScores(TenderView view, SponsorMind mind, ulong scored, ReadOnlySpan<double> published)
    {
        var bidding = view.Compiled.Scenario.Bidding;
        var system = view.Compiled.Segments[view.Segment].System;
        for (var k = 0; k < view.Compiled.Sponsors; k++)
        {
            if (k == mind.Sponsor || (scored >> k & 1) == 0) continue;
            ref var belief = ref mind.BeliefOf(system, k);
            belief = belief.Observe(published[k] - view.ReferenceUtility(k), bidding.PublishedVariance + bidding.NoveltyVariance);
        }
    }

    // Who won is known, by how much is not: the winner learns a little of every rival it beat, a loser of the winner.
    private static void Infer(TenderView view, SponsorMind mind, in AwardNotice award, in Bid own, bool won)
    {
        var system = view.Compiled.Segments[view.Segment].System;
        var eligible = award.Bidders & ~view.Record.Struck[view.Segment];
        if (!award.Overridden && (eligible >> mind.Sponsor & 1) == 0) return;
        var ownUtility = view.UtilityOf(own, System.Numerics.BitOperations.PopCount(award.Bidders) - 1);
        var alpha = view.Arm.RegionalWeight;
        if (alpha >= 1) return; // the host's utility decided nothing
        for (var k = 0; k < view.Compiled.Sponsors; k++)
        {
            if (k == mind.Sponsor || (award.Bidders >> k & 1) == 0) continue;
            if (!won && k != award.Winner) continue;
            if (!award.Overridden && (eligible >> k & 1) == 0) continue;
            var regional = alpha > 0 ? view.RegionalWeight * (view.RegionalIfWeighed(own) - view.ReferenceRegional(k)) / (1 - alpha) : 0;
            var gap = ownUtility - view.ReferenceUtility(k) + regional;
            ref var belief = ref mind.BeliefOf(system, k);
            var variance = belief.ContestVariance(view.Compiled.Scenario.Bidding.NoveltyVariance, view.Weights.TasteScale / (1 - alpha));
            belief = won ? belief.WonAgainst(gap, variance) : belief.LostTo(gap, variance);
        }
    }
}
