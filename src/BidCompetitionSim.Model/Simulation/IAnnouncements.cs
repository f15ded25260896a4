using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// Everything that is said in public during a run, in dense ids. The record folds it, sponsors' minds learn from it, the journal writes it down
/// as messages. Sets of sponsors and windows are bit masks; arrays of scores are indexed by sponsor and meaningful where the mask says so.
/// </summary>
public interface IAnnouncements
{
    /// <summary>A tender opens; the interested are named where names are public, else the mask is empty.</summary>
    void TenderOpened(in TenderNotice notice);

    /// <summary>The Secretariat's score of each bid, its error included.</summary>
    void OpinionPublished(in TenderKey tender, ulong bidders, ReadOnlySpan<double> scores);

    /// <summary>Bids were struck from the list.</summary>
    void BidsStruck(in TenderKey tender, ulong struck, StrikeReason reason);

    /// <summary>A tender ends with an award; the scored mask is empty where results are secret.</summary>
    void TenderAwarded(in AwardNotice award, ReadOnlySpan<double> publishedScores);

    /// <summary>A tender ends without an award.</summary>
    void AttemptFailed(in FailureNotice failure, ReadOnlySpan<double> publishedScores);

    /// <summary>An award reached financial close.</summary>
    void ProjectClosed(int segment, int day);

    /// <summary>A segment went into operation.</summary>
    void SegmentCommissioned(int segment, int day);

    /// <summary>A government of another orientation came to power.</summary>
    void GovernmentChanged(int state, int day);

    /// <summary>A new government reopened an award and let it stand.</summary>
    void AwardUpheld(int segment, int day);

    /// <summary>A new government cancelled an award: that of its only contracting state, or of the one of several that left.</summary>
    void ProjectCancelled(int segment, int day, int leaver);

    /// <summary>A loan was renegotiated; as an equity swap where it had no sovereign guarantee.</summary>
    void LoanRenegotiated(int segment, int day, bool equitySwap);

    /// <summary>A sponsor's policy changed: more money in a window, another weight of fiscal cost, waivers opened.</summary>
    void PolicyChanged(in PolicyNotice policy);

    /// <summary>A year of the run ended.</summary>
    void YearTurned(int year, int day);
}

/// <summary>A tender: segment and attempt, and the day of what is said of it.</summary>
public readonly record struct TenderKey(int Segment, int Attempt, int Day);

/// <summary>The notice that opens a tender. Debt over GDP is rounded to one percent, as statistics offices publish it.</summary>
public readonly record struct TenderNotice(TenderKey Tender, double DebtToGdp, ulong OpenWindows, ulong Interested)
{
    /// <summary>Debt over GDP of every contracting state in the scenario's order, where there are several; else empty. Valid until the next notice.</summary>
    public ReadOnlyMemory<double> HostDebtsToGdp { get; init; }
}

/// <summary>
/// The notice of an award. Who bid is known once a tender has ended, whatever the opacity; so is what multilateral windows lend, and what share is taken
/// off the price for a package. A joint bid is its sponsor's, with a partner; the partner is none of the bidders then.
/// </summary>
public readonly record struct AwardNotice(
    TenderKey Tender, ulong Bidders, int Winner, int Standard, double ContractYears, bool Overridden, ulong Scored, Cofinancing Cofinancing = default,
    double Discount = 0, int Partner = -1);

/// <summary>The notice of a failed attempt; final if the segment is not opened again.</summary>
public readonly record struct FailureNotice(TenderKey Tender, ulong Bidders, Failure Reason, bool Final, ulong Scored);

/// <summary>The notice of a change of policy.</summary>
public readonly record struct PolicyNotice(int Sponsor, int Day, int Window, double EnvelopeUsdBn, double FiscalWeightChange, bool OpensWaivers);

/// <summary>What the host of a run says to one agent alone, besides its questions.</summary>
public interface IWhispers
{
    /// <summary>
    /// A losing bidder's own impression of a winning rival where results are secret: by how much that offer beat the rival's public
    /// reference offer in the contracting state's utility, with an error.
    /// </summary>
    void Debriefed(int sponsor, in TenderKey tender, int rival, double gap);

    /// <summary>The joint bid that a sponsor has agreed on with a rival, in place of their own, and its share of what that is expected to bring.</summary>
    void Joined(int sponsor, in TenderKey tender, in Bid joint, double shareUsdBn);
}
