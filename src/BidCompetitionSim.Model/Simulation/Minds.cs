using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>The minds of all sponsors in one process, learning from announcements before the record moves on.</summary>
internal sealed class Minds(Compiled compiled, Record record, Arm arm, TenderView view) : IAnnouncements, IWhispers
{
    private readonly SponsorMind[] minds = [.. Enumerable.Range(0, compiled.Sponsors).Select(k => new SponsorMind(compiled, k))];

    public SponsorMind this[int sponsor] => minds[sponsor];

    public int Count => minds.Length;

    public void TenderAwarded(in AwardNotice award, ReadOnlySpan<double> publishedScores)
    {
        view.Load(record, arm, award.Tender.Segment);
        foreach (var k in compiled.Active) Learning.FromAward(view, minds[k], award, publishedScores);
    }

    public void AttemptFailed(in FailureNotice failure, ReadOnlySpan<double> publishedScores)
    {
        view.Load(record, arm, failure.Tender.Segment);
        foreach (var k in compiled.Active) Learning.FromFailure(view, minds[k], failure, publishedScores);
    }

    public void ProjectCancelled(int segment, int day, int leaver)
    {
        minds[record.Winners[segment]].Release(segment);
        if (record.Partners[segment] >= 0) minds[record.Partners[segment]].Release(segment);
    }

    public void PolicyChanged(in PolicyNotice policy) => minds[policy.Sponsor].Adopt(policy);

    public void Debriefed(int sponsor, in TenderKey tender, int rival, double gap) =>
        Learning.FromDebriefing(compiled, minds[sponsor], tender.Segment, rival, gap);

    public void Joined(int sponsor, in TenderKey tender, in Bid joint, double shareUsdBn) => minds[sponsor].Remember(tender.Segment, joint);

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
