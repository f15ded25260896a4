using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// Says a thing to everybody in the order that keeps all carriers alike: minds first, which still see the record as it was, then the record,
/// then whoever writes it down.
/// </summary>
internal sealed class Announcer(Record record) : IAnnouncements
{
    public IAnnouncements? Minds { get; set; }

    public IAnnouncements? Journal { get; set; }

    public void TenderOpened(in TenderNotice notice)
    {
        Minds?.TenderOpened(notice);
        record.TenderOpened(notice);
        Journal?.TenderOpened(notice);
    }

    public void OpinionPublished(in TenderKey tender, ulong bidders, ReadOnlySpan<double> scores)
    {
        Minds?.OpinionPublished(tender, bidders, scores);
        record.OpinionPublished(tender, bidders, scores);
        Journal?.OpinionPublished(tender, bidders, scores);
    }

    public void BidsStruck(in TenderKey tender, ulong struck, StrikeReason reason)
    {
        Minds?.BidsStruck(tender, struck, reason);
        record.BidsStruck(tender, struck, reason);
        Journal?.BidsStruck(tender, struck, reason);
    }

    public void TenderAwarded(in AwardNotice award, ReadOnlySpan<double> publishedScores)
    {
        Minds?.TenderAwarded(award, publishedScores);
        record.TenderAwarded(award, publishedScores);
        Journal?.TenderAwarded(award, publishedScores);
    }

    public void AttemptFailed(in FailureNotice failure, ReadOnlySpan<double> publishedScores)
    {
        Minds?.AttemptFailed(failure, publishedScores);
        record.AttemptFailed(failure, publishedScores);
        Journal?.AttemptFailed(failure, publishedScores);
    }

    public void ProjectClosed(int segment, int day)
    {
        Minds?.ProjectClosed(segment, day);
        record.ProjectClosed(segment, day);
        Journal?.ProjectClosed(segment, day);
    }

    public void SegmentCommissioned(int segment, int day)
    {
        Minds?.SegmentCommissioned(segment, day);
        record.SegmentCommissioned(segment, day);
        Journal?.SegmentCommissioned(segment, day);
    }

    public void GovernmentChanged(int state, int day)
    {
        Minds?.GovernmentChanged(state, day);
        record.GovernmentChanged(state, day);
        Journal?.GovernmentChanged(state, day);
    }

    public void AwardUpheld(int segment, int day)
    {
        Minds?.AwardUpheld(segment, day);
        record.AwardUpheld(segment, day);
        Journal?.AwardUpheld(segment, day);
    }

    public void ProjectCancelled(int segment, int day, int leaver)
    {
        Minds?.ProjectCancelled(segment, day, leaver);
        record.ProjectCancelled(segment, day, leaver);
        Journal?.ProjectCancelled(segment, day, leaver);
    }

    public void LoanRenegotiated(int segment, int day, bool equitySwap)
    {
        Minds?.LoanRenegotiated(segment, day, equitySwap);
        record.LoanRenegotiated(segment, day, equitySwap);
        Journal?.LoanRenegotiated(segment, day, equitySwap);
    }

    public void PolicyChanged(in PolicyNotice policy)
    {
        Minds?.PolicyChanged(policy);
        record.PolicyChanged(policy);
        Journal?.PolicyChanged(policy);
    }

    public void YearTurned(int year, int day)
    {
        Minds?.YearTurned(year, day);
        record.YearTurned(year, day);
        Journal?.YearTurned(year, day);
    }
}
