using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>What is said to everybody, both ways.</summary>
public sealed partial class Translation
{
    internal TenderOpened Write(in TenderNotice notice) => new()
    {
        Tender = Write(notice.Tender), DebtToGdp = notice.DebtToGdp, Interested = SponsorIds(notice.Interested),
        OpenWindows = Ids(notice.OpenWindows, Compiled.Scenario.Windows, w => w.Id), HostDebts = WriteDebts(notice),
    };

    // Where there is one contracting state only, nobody needs to be told which.
    internal ProjectCancelled Cancelled(int segment, int day, int leaver) => new()
    {
        Segment = SegmentId(segment), Day = day, State = Compiled.Segments[segment].Hosts.AreSeveral ? StateId(leaver) : Nobody,
    };

    private HostDebt[] WriteDebts(in TenderNotice notice)
    {
        var hosts = Compiled.Segments[notice.Tender.Segment].Hosts.Shares;
        var debts = notice.HostDebtsToGdp.Span;
        var written = new HostDebt[debts.Length];
        for (var h = 0; h < written.Length; h++) written[h] = new HostDebt { State = StateId(hosts[h].State), DebtToGdp = debts[h] };
        return written;
    }

    private double[] ReadDebts(TenderOpened m)
    {
        if (m.HostDebts.Length == 0) return [];
        var hosts = Compiled.Segments[Segment(m.Tender.Segment)].Hosts.Shares;
        var debts = new double[hosts.Length];
        if (m.HostDebts.Length != hosts.Length) throw new ArgumentException($"{m.Tender.Segment} is let by {hosts.Length} states, not by {m.HostDebts.Length}.");
        for (var h = 0; h < hosts.Length; h++)
            debts[h] = m.HostDebts[h].State == StateId(hosts[h].State) ? m.HostDebts[h].DebtToGdp
                : throw new ArgumentException($"{m.HostDebts[h].State} does not let {m.Tender.Segment}.");
        return debts;
    }

    internal TenderAwarded Write(in AwardNotice award, ReadOnlySpan<double> utilities) => new()
    {
        Tender = Write(award.Tender), Bidders = SponsorIds(award.Bidders), Winner = SponsorId(award.Winner),
        Standard = StandardId(award.Tender, award.Standard), ContractYears = award.ContractYears, Overridden = award.Overridden,
        Utilities = Write(award.Scored, utilities), Cofinancing = award.Cofinancing.IsAny ? Write(award.Cofinancing) : [], Discount = award.Discount,
        Partner = SponsorId(award.Partner),
    };

    private Tranche[] Write(in Cofinancing borrowed) =>
        [.. new[] { borrowed.First, borrowed.Second }.Where(t => t.FaceUsdBn > 0).Select(t => new Tranche { Window = WindowId(t.Window), FaceUsdBn = t.FaceUsdBn })];

    private Cofinancing Read(Tranche[] tranches)
    {
        if (tranches.Length > 2) throw new ArgumentException($"A loan has two tranches at most, not {tranches.Length}.");
        return new Cofinancing(TrancheAt(0), TrancheAt(1));

        Finance.Tranche TrancheAt(int k) =>
            k < tranches.Length ? new Finance.Tranche(Window(tranches[k].Window), tranches[k].FaceUsdBn) : Finance.Tranche.None;
    }

    internal AttemptFailed Write(in FailureNotice failure, ReadOnlySpan<double> utilities) => new()
    {
        Tender = Write(failure.Tender), Bidders = SponsorIds(failure.Bidders), Reason = failure.Reason, Final = failure.Final,
        Utilities = Write(failure.Scored, utilities),
    };

    internal PolicyChanged Write(in PolicyNotice policy) => new()
    {
        Sponsor = SponsorId(policy.Sponsor), Day = policy.Day, Window = WindowId(policy.Window), EnvelopeUsdBn = policy.EnvelopeUsdBn,
        FiscalWeightChange = policy.FiscalWeightChange, OpensWaivers = policy.OpensWaivers,
    };

    internal string SegmentId(int segment) => Compiled.Scenario.Segments[segment].Id;

    internal string StateId(int state) => Compiled.Scenario.States[state].Id;

    /// <summary>Tells a listener what a message announces.</summary>
    public void Tell(IPublicMessage message, IAnnouncements listener)
    {
        switch (message)
        {
            case TenderOpened m: Tell(m, listener); break;
            case OpinionPublished m: Tell(m, listener); break;
            case BidsStruck m: listener.BidsStruck(Read(m.Tender), Sponsors(m.Sponsors), m.Reason); break;
            case TenderAwarded m: Tell(m, listener); break;
            case AttemptFailed m: Tell(m, listener); break;
            case ProjectClosed m: listener.ProjectClosed(Segment(m.Segment), m.Day); break;
            case SegmentCommissioned m: listener.SegmentCommissioned(Segment(m.Segment), m.Day); break;
            case GovernmentChanged m: listener.GovernmentChanged(State(m.State), m.Day); break;
            case AwardUpheld m: listener.AwardUpheld(Segment(m.Segment), m.Day); break;
            case ProjectCancelled m: Tell(m, listener); break;
            case LoanRenegotiated m: listener.LoanRenegotiated(Segment(m.Segment), m.Day, m.EquitySwap); break;
            case PolicyChanged m: Tell(m, listener); break;
            case YearTurned m: listener.YearTurned(m.Year, m.Day); break;
            default: throw new ArgumentException($"{message.GetType().Name} is not announced.");
        }
    }

    private void Tell(TenderOpened m, IAnnouncements listener)
    {
        var open = 0UL;
        foreach (var id in m.OpenWindows) open |= 1UL << Window(id);
        listener.TenderOpened(new TenderNotice(Read(m.Tender), m.DebtToGdp, open, Sponsors(m.Interested)) { HostDebtsToGdp = ReadDebts(m) });
    }

    private void Tell(ProjectCancelled m, IAnnouncements listener)
    {
        var segment = Segment(m.Segment);
        listener.ProjectCancelled(segment, m.Day, m.State.Length == 0 ? Compiled.Segments[segment].Host : State(m.State));
    }

    private void Tell(OpinionPublished m, IAnnouncements listener)
    {
        var scores = new double[Compiled.Sponsors];
        listener.OpinionPublished(Read(m.Tender), Read(m.Scores, scores), scores);
    }

    private void Tell(TenderAwarded m, IAnnouncements listener)
    {
        var tender = Read(m.Tender);
        var utilities = new double[Compiled.Sponsors];
        var scored = Read(m.Utilities, utilities);
        listener.TenderAwarded(new AwardNotice(
            tender, Sponsors(m.Bidders), Sponsor(m.Winner), Standard(tender, m.Standard), m.ContractYears, m.Overridden, scored,
            Read(m.Cofinancing), m.Discount, SponsorOrNobody(m.Partner)), utilities);
    }

    private void Tell(AttemptFailed m, IAnnouncements listener)
    {
        var utilities = new double[Compiled.Sponsors];
        var scored = Read(m.Utilities, utilities);
        listener.AttemptFailed(new FailureNotice(Read(m.Tender), Sponsors(m.Bidders), m.Reason, m.Final, scored), utilities);
    }

    private void Tell(PolicyChanged m, IAnnouncements listener) => listener.PolicyChanged(new PolicyNotice(
        Sponsor(m.Sponsor), m.Day, Window(m.Window), m.EnvelopeUsdBn, m.FiscalWeightChange, m.OpensWaivers));
}
