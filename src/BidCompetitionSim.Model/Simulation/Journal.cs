using System.Numerics;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// Writes a run down as messages, in the order in which they are said, and digests them. The kernel tells it what is announced; whoever drives
/// the kernel tells it what is asked and answered: first a question to all its addressees, then their answers in order of id. Every carrier
/// does so alike, hence equal digests.
/// </summary>
/// <param name="compiled">The scenario.</param>
/// <param name="arm">The arrangement.</param>
/// <param name="run">The run.</param>
/// <param name="said">Who wants to hear each entry; null for nobody.</param>
public sealed class Journal(Compiled compiled, Arm arm, RunKey run, Action<JournalEntry>? said = null) : IAnnouncements, IWhispers, IDisposable
{
    private const string Encoding = "bidsim events 1";

    private readonly Translation words = new(compiled);
    private readonly DigestWriter digest = Begin(arm, run);
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
    private long sequence;

    /// <summary>How often each type of message was said.</summary>
    public IReadOnlyDictionary<string, int> CountsByType => counts;

    /// <summary>Ends the journal.</summary>
    /// <returns>The digest of the scenario, the arm, the run, and everything said in it: 64 hexadecimal digits.</returns>
    public string Close() => digest.FinishHex();

    /// <inheritdoc/>
    public void Dispose() => digest.Dispose();

    /// <summary>The kernel's pending question goes to all its addressees.</summary>
    public void Asked(Kernel kernel)
    {
        var question = kernel.Pending;
        if (question.Kind == Asking.Opinion) Ask(question, AgentName.Secretariat, words.Question(kernel, 0));
        for (var left = question.Addressees; left != 0; left &= left - 1)
        {
            var addressee = BitOperations.TrailingZeroCount(left);
            Ask(question, NameOf(question.Kind, addressee), words.Question(kernel, addressee));
        }
    }

    /// <summary>A sponsor bids.</summary>
    public void Bid(in TenderKey tender, in Bid bid) => Answer(tender, SponsorName(bid.Sponsor), words.Submitted(tender, bid));

    /// <summary>A sponsor declines.</summary>
    public void Declined(in TenderKey tender, int sponsor) => Answer(tender, SponsorName(sponsor), words.Declined(tender, sponsor));

    /// <summary>The Secretariat scores the bids received.</summary>
    public void Opined(in TenderKey tender, ulong received, ReadOnlySpan<double> scores) =>
        Answer(tender, AgentName.Secretariat, words.Opined(tender, received, scores));

    /// <summary>A sponsor improves its bid.</summary>
    public void Improved(in TenderKey tender, in Bid bid) => Answer(tender, SponsorName(bid.Sponsor), words.Improved(tender, bid));

    /// <summary>A sponsor lets its bid stand.</summary>
    public void Kept(in TenderKey tender, int sponsor) => Answer(tender, SponsorName(sponsor), words.Kept(tender, sponsor));

    /// <summary>A state objects to the bids of some sponsors, or of none.</summary>
    public void Consented(in TenderKey tender, int state, ulong objections) =>
        Answer(tender, StateName(state), words.Consented(tender, state, objections));

    /// <summary>A contracting state chooses among the eligible, -1 for nobody; tastes by sponsor, nobody's last.</summary>
    public void Chose(in TenderKey tender, int state, ulong eligible, int winner, ReadOnlySpan<double> tastes) =>
        Answer(tender, StateName(state), words.Chose(tender, state, eligible, winner, tastes));

    /// <summary>One of several contracting states says what the eligible are worth to it.</summary>
    public void Valued(in TenderKey tender, int state, ulong eligible, in Ballot ballot) =>
        Answer(tender, StateName(state), words.Valued(tender, state, eligible, ballot));

    /// <inheritdoc/>
    public void TenderOpened(in TenderNotice notice) => Announce(notice.Tender.Day, words.Write(notice));

    /// <inheritdoc/>
    public void OpinionPublished(in TenderKey tender, ulong bidders, ReadOnlySpan<double> scores) =>
        Announce(tender.Day, new OpinionPublished { Tender = words.Write(tender), Scores = words.Write(bidders, scores) });

    /// <inheritdoc/>
    public void BidsStruck(in TenderKey tender, ulong struck, StrikeReason reason) =>
        Announce(tender.Day, new BidsStruck { Tender = words.Write(tender), Sponsors = words.SponsorIds(struck), Reason = reason });

    /// <inheritdoc/>
    public void TenderAwarded(in AwardNotice award, ReadOnlySpan<double> publishedScores) =>
        Announce(award.Tender.Day, words.Write(award, publishedScores));

    /// <inheritdoc/>
    public void AttemptFailed(in FailureNotice failure, ReadOnlySpan<double> publishedScores) =>
        Announce(failure.Tender.Day, words.Write(failure, publishedScores));

    /// <inheritdoc/>
    public void ProjectClosed(int segment, int day) => Announce(day, new ProjectClosed { Segment = words.SegmentId(segment), Day = day });

    /// <inheritdoc/>
    public void SegmentCommissioned(int segment, int day) => Announce(day, new SegmentCommissioned { Segment = words.SegmentId(segment), Day = day });

    /// <inheritdoc/>
    public void GovernmentChanged(int state, int day) => Announce(day, new GovernmentChanged { State = words.StateId(state), Day = day });

    /// <inheritdoc/>
    public void AwardUpheld(int segment, int day) => Announce(day, new AwardUpheld { Segment = words.SegmentId(segment), Day = day });

    /// <inheritdoc/>
    public void ProjectCancelled(int segment, int day, int leaver) => Announce(day, words.Cancelled(segment, day, leaver));

    /// <inheritdoc/>
    public void LoanRenegotiated(int segment, int day, bool equitySwap) =>
        Announce(day, new LoanRenegotiated { Segment = words.SegmentId(segment), Day = day, EquitySwap = equitySwap });

    /// <inheritdoc/>
    public void PolicyChanged(in PolicyNotice policy) => Announce(policy.Day, words.Write(policy));

    /// <inheritdoc/>
    public void YearTurned(int year, int day) => Announce(day, new YearTurned { Year = year, Day = day });

    /// <inheritdoc/>
    public void Debriefed(int sponsor, in TenderKey tender, int rival, double gap) => Say(tender.Day, AgentName.Host, SponsorName(sponsor),
        new Debriefed { Tender = words.Write(tender), Rival = words.SponsorId(rival), UtilityGap = gap });

    /// <inheritdoc/>
    public void Joined(int sponsor, in TenderKey tender, in Bid joint, double shareUsdBn) =>
        Say(tender.Day, AgentName.Host, SponsorName(sponsor), words.Joined(tender, joint, shareUsdBn));

    private void Announce(int day, IPublicMessage message) => Say(day, AgentName.Host, AgentName.Everyone, message);

    private void Ask(in Question question, string agent, IRequest message) => Say(question.Tender.Day, AgentName.Host, agent, message);

    private void Answer(in TenderKey tender, string agent, IMessage message) => Say(tender.Day, agent, AgentName.Host, message);

    private void Say(int day, string from, string to, IMessage message)
    {
        var type = message.GetType().Name;
        counts[type] = counts.GetValueOrDefault(type) + 1;
        digest.Write(day);
        digest.Write(from);
        digest.Write(to);
        digest.Write(type);
        message.WriteTo(digest);
        said?.Invoke(new JournalEntry(++sequence, day, from, to, message));
    }

    private string NameOf(Asking kind, int addressee) =>
        kind is Asking.Bids or Asking.Improvement ? SponsorName(addressee) : StateName(addressee);

    private string SponsorName(int sponsor) => AgentName.Sponsor(words.SponsorId(sponsor));

    private string StateName(int state) => AgentName.State(words.StateId(state));

    private static DigestWriter Begin(Arm arm, in RunKey run)
    {
        var digest = new DigestWriter();
        digest.Write(Encoding);
        digest.Write(run.ScenarioHash);
        digest.Write(arm.Id);
        digest.Write(run.Seed);
        digest.Write((long)run.Replication);
        return digest;
    }
}
