using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>A sponsor's side of a run. It holds its own mind and nobody else's.</summary>
internal sealed class SponsorSeat : Seat
{
    private readonly SponsorMind mind;
    private readonly Compiled compiled;

    public SponsorSeat(Compiled compiled, TakeSeat taken, string id) : base(compiled, taken)
    {
        this.compiled = compiled;
        mind = new SponsorMind(compiled, Words.Sponsor(id));
        mind.TakeSeat(Translation.ReadHex(taken.Key), checked((uint)taken.Replication));
        if (Array.IndexOf(compiled.Active, mind.Sponsor) >= 0) LearnBy(new Learner(mind, Record, tender => ViewOf(tender)));
    }

    private protected override IMessage? Respond(IMessage message)
    {
        switch (message)
        {
            case InviteBid m: return Bid(m);
            case CallBestAndFinal m: return Improve(m);
            case DiscloseBeliefs m: return Words.Disclose(mind, m.Day);
            case Debriefed m:
                Learning.FromDebriefing(compiled, mind, Words.Read(m.Tender).Segment, Words.Sponsor(m.Rival), m.UtilityGap);
                return null;
            case BidJoined m:
                var tender = Words.Read(m.Tender);
                mind.Remember(tender.Segment, Words.Read(tender, m.Offer, m.Reckoning));
                return null;
            default: throw Unexpected(message);
        }
    }

    private IMessage Bid(InviteBid invitation)
    {
        var tender = Words.Read(invitation.Tender);
        return SponsorBehaviour.Answer(ViewOf(tender), mind, invitation.CostSignalUsdBn, out var bid)
            ? Words.Submitted(tender, bid) : Words.Declined(tender, mind.Sponsor);
    }

    private IMessage Improve(CallBestAndFinal call)
    {
        var tender = Words.Read(call.Tender);
        return SponsorBehaviour.Improve(ViewOf(tender), mind, call.Score, out var bid)
            ? Words.Improved(tender, bid) : Words.Kept(tender, mind.Sponsor);
    }

    /// <summary>What the sponsor learns from announcements, before the record moves on.</summary>
    private sealed class Learner(SponsorMind mind, Record record, Func<TenderKey, TenderView> viewOf) : IAnnouncements
    {
        public void TenderAwarded(in AwardNotice award, ReadOnlySpan<double> publishedScores) =>
            Learning.FromAward(viewOf(award.Tender), mind, award, publishedScores);

        public void AttemptFailed(in FailureNotice failure, ReadOnlySpan<double> publishedScores) =>
            Learning.FromFailure(viewOf(failure.Tender), mind, failure, publishedScores);

        public void ProjectCancelled(int segment, int day, int leaver)
        {
            if (record.Winners[segment] == mind.Sponsor || record.Partners[segment] == mind.Sponsor) mind.Release(segment);
        }

        public void PolicyChanged(in PolicyNotice policy)
        {
            if (policy.Sponsor == mind.Sponsor) mind.Adopt(policy);
        }

        public void TenderOpened(in TenderNotice notice) { }

        public void OpinionPublished(in TenderKey tender, ulong bidders, ReadOnlySpan<double> scores) { }

        public void BidsStruck(in TenderKey tender, ulong struck, StrikeReason reason) { }

        public void ProjectClosed(int segment, int day) { }

        public void SegmentCommissioned(int segment, int day) { }

        public void GovernmentChanged(int state, int day) { }

        public void AwardUpheld(int segment, int day) { }

        public void LoanRenegotiated(int segment, int day, bool equitySwap) { }

        public void YearTurned(int year, int day) { }
    }
}
