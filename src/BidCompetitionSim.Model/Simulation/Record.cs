using System.Numerics;
using BidCompetitionSim.Model.Diplomacy;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// All that is public so far: a fold over the announcements of a run, kept alike by the host and by every agent.
/// Arrays are indexed by segment, state or sponsor; [state, sponsor] tables are stored row by row. Days not reached are -1.
/// </summary>
public sealed class Record : IAnnouncements
{
    /// <summary>Stands for the standard of a segment that is neither let nor lost.</summary>
    internal const sbyte Undecided = sbyte.MinValue;

    private readonly Compiled compiled;
    private readonly DiplomaticState diplomacy;
    private readonly double[] stockOfSegment;
    private readonly sbyte[][] lines; // [system][its segment]

    /// <summary>The empty record of a scenario.</summary>
    public Record(Compiled compiled)
    {
        this.compiled = compiled;
        var segments = compiled.Segments.Length;
        Status = new Status[segments];
        Attempts = new int[segments];
        OpenedDays = new int[segments];
        Winners = new int[segments];
        Partners = new int[segments];
        Standards = new int[segments];
        AwardedDays = new int[segments];
        ClosedDays = new int[segments];
        CommissionedDays = new int[segments];
        ContractYears = new double[segments];
        OpenWindows = new ulong[segments];
        Interested = new ulong[segments];
        Struck = new ulong[segments];
        Opinions = new double[segments * compiled.Sponsors];
        DebtToGdp = new double[compiled.States];
        AwardStockUsdBn = new double[compiled.States * compiled.Sponsors];
        WaiversOpen = new bool[compiled.Sponsors];
        stockOfSegment = new double[segments];
        lines = Array.ConvertAll(compiled.Systems, system => new sbyte[system.Segments.Length]);
        diplomacy = new DiplomaticState(compiled);
        Shared = new SharedLedger(compiled);
        Reset();
    }

    /// <summary>Day of the last announcement.</summary>
    public int Day { get; private set; }

    /// <summary>Where each segment stands.</summary>
    public Status[] Status { get; }

    /// <summary>Attempts opened so far, 0 to 2.</summary>
    public int[] Attempts { get; }

    /// <summary>Day on which the last attempt was opened.</summary>
    public int[] OpenedDays { get; }

    /// <summary>Sponsor that holds the award, -1 for none.</summary>
    public int[] Winners { get; }

    /// <summary>Sponsor that shares by half in the award of a joint bid, -1 for none.</summary>
    public int[] Partners { get; }

    /// <summary>Standard awarded, as an index in the segment's system, -1 for none.</summary>
    public int[] Standards { get; }

    /// <summary>Day of the award.</summary>
    public int[] AwardedDays { get; }

    /// <summary>Day of financial close.</summary>
    public int[] ClosedDays { get; }

    /// <summary>Day of commissioning.</summary>
    public int[] CommissionedDays { get; }

    /// <summary>Contracted years from close to completion.</summary>
    public double[] ContractYears { get; }

    /// <summary>Windows with room when the last attempt was opened, as a bit mask.</summary>
    public ulong[] OpenWindows { get; }

    /// <summary>Sponsors known to be in the market for the last attempt; empty where names are not public.</summary>
    public ulong[] Interested { get; }

    /// <summary>Bids struck from the last attempt.</summary>
    public ulong[] Struck { get; }

    /// <summary>[segment, sponsor]: the Secretariat's published score in the last attempt.</summary>
    public double[] Opinions { get; }

    /// <summary>Published debt over GDP, by state, as of its last tender.</summary>
    public double[] DebtToGdp { get; }

    /// <summary>[state, sponsor]: awards held, at reference cost.</summary>
    public double[] AwardStockUsdBn { get; }

    /// <summary>Sponsors whose policy lets every window waive the guarantee.</summary>
    public bool[] WaiversOpen { get; }

    /// <summary>Rises whenever the committed network or the plan changes: what is derived from them can be kept until then.</summary>
    public int NetworkEpoch { get; private set; }

    /// <summary>Rises whenever anything that a tender is judged by may have changed; opinions, strikes and closings are no part of that.</summary>
    public int Version { get; private set; }

    /// <summary>What is left in the windows that all sponsors share.</summary>
    public SharedLedger Shared { get; }

    /// <summary>Ties and tension.</summary>
    public DiplomaticState Diplomacy => diplomacy;

    /// <summary>Whether the segment is let: awarded, closed or commissioned.</summary>
    public bool IsCommitted(int segment) => Status[segment] is Tendering.Status.Awarded or Tendering.Status.Closed or Tendering.Status.Commissioned;

    /// <summary>Whether the segment will never be built.</summary>
    public bool IsLost(int segment) => Status[segment] is Tendering.Status.Cancelled or Tendering.Status.Failed;

    /// <summary>By segment of a system: the standard in which it is let, <see cref="JunctionMap.NotBuilt"/> if it is lost, <see cref="Undecided"/> if neither.</summary>
    internal ReadOnlySpan<sbyte> LinesOf(int system) => lines[system];

    /// <summary>Back to the first day.</summary>
    public void Reset()
    {
        Day = 0;
        Array.Clear(Status);
        Array.Clear(Attempts);
        Array.Fill(OpenedDays, -1);
        Array.Fill(Winners, -1);
        Array.Fill(Partners, -1);
        Array.Fill(Standards, -1);
        Array.Fill(AwardedDays, -1);
        Array.Fill(ClosedDays, -1);
        Array.Fill(CommissionedDays, -1);
        Array.Clear(ContractYears);
        Array.Clear(OpenWindows);
        Array.Clear(Interested);
        Array.Clear(Struck);
        Array.Clear(Opinions);
        for (var i = 0; i < DebtToGdp.Length; i++) DebtToGdp[i] = compiled.Scenario.States[i].DebtToGdp;
        Array.Clear(AwardStockUsdBn);
        Array.Clear(WaiversOpen);
        foreach (var own in lines) Array.Fill(own, Undecided);
        diplomacy.Reset();
        Shared.Reset();
        NetworkEpoch++;
        Version++;
    }

    /// <summary>A 64-bit fingerprint of all of it: two parties that heard the same hold the same.</summary>
    public ulong Fingerprint()
    {
        var fold = new Fingerprint();
        fold.Add(Day);
        for (var s = 0; s < Status.Length; s++)
        {
            fold.Add((int)Status[s]);
            fold.Add(Attempts[s]);
            fold.Add(OpenedDays[s]);
            fold.Add(Winners[s]);
            if (Partners[s] >= 0) fold.Add(Partners[s]);
            fold.Add(Standards[s]);
            fold.Add(AwardedDays[s]);
            fold.Add(ClosedDays[s]);
            fold.Add(CommissionedDays[s]);
            fold.Add(ContractYears[s]);
            fold.Add(OpenWindows[s]);
            fold.Add(Interested[s]);
            fold.Add(Struck[s]);
        }
        foreach (var opinion in Opinions) fold.Add(opinion);
        foreach (var debt in DebtToGdp) fold.Add(debt);
        foreach (var stock in AwardStockUsdBn) fold.Add(stock);
        foreach (var open in WaiversOpen) fold.Add(open ? 1 : 0);
        diplomacy.AddTo(ref fold);
        Shared.AddTo(ref fold);
        return fold.Value;
    }

    /// <inheritdoc/>
    public void TenderOpened(in TenderNotice notice)
    {
        var s = notice.Tender.Segment;
        Day = notice.Tender.Day;
        Status[s] = Tendering.Status.Open;
        Attempts[s] = notice.Tender.Attempt;
        OpenedDays[s] = notice.Tender.Day;
        OpenWindows[s] = notice.OpenWindows;
        Interested[s] = notice.Interested;
        Struck[s] = 0;
        Opinions.AsSpan(s * compiled.Sponsors, compiled.Sponsors).Clear();
        DebtToGdp[compiled.Segments[s].Host] = notice.DebtToGdp;
        var hosts = compiled.Segments[s].Hosts.Shares;
        for (var h = 0; h < notice.HostDebtsToGdp.Length; h++) DebtToGdp[hosts[h].State] = notice.HostDebtsToGdp.Span[h];
        Version++;
    }

    /// <inheritdoc/>
    public void OpinionPublished(in TenderKey tender, ulong bidders, ReadOnlySpan<double> scores)
    {
        Day = tender.Day;
        for (var left = bidders; left != 0; left &= left - 1)
        {
            var sponsor = BitOperations.TrailingZeroCount(left);
            Opinions[tender.Segment * compiled.Sponsors + sponsor] = scores[sponsor];
        }
    }

    /// <inheritdoc/>
    public void BidsStruck(in TenderKey tender, ulong struck, StrikeReason reason)
    {
        Day = tender.Day;
        Struck[tender.Segment] |= struck;
    }

    /// <inheritdoc/>
    public void TenderAwarded(in AwardNotice award, ReadOnlySpan<double> publishedScores)
    {
        var s = award.Tender.Segment;
        Day = award.Tender.Day;
        Status[s] = Tendering.Status.Awarded;
        Winners[s] = award.Winner;
        Partners[s] = award.Partner;
        Standards[s] = award.Standard;
        LineOf(s) = (sbyte)award.Standard;
        AwardedDays[s] = award.Tender.Day;
        ContractYears[s] = award.ContractYears;
        stockOfSegment[s] = compiled.ReferenceCostUsdBn(s, OpenedDays[s]);
        AddToStock(s, stockOfSegment[s]);
        diplomacy.Awarded(compiled.Segments[s].Hosts, award.Winner, award.Bidders);
        if (award.Partner >= 0) diplomacy.Joined(compiled.Segments[s].Hosts, award.Partner);
        Shared.Commit(s, Day, award.Cofinancing);
        NetworkEpoch++;
        Version++;
    }

    private void Lose(int segment)
    {
        LineOf(segment) = JunctionMap.NotBuilt;
        NetworkEpoch++;
    }

    private ref sbyte LineOf(int segment) => ref lines[compiled.Segments[segment].System][compiled.Segments[segment].Local];

    // Partners in a joint bid hold half each.
    private void AddToStock(int segment, double usdBn)
    {
        var (winner, partner) = (Winners[segment], Partners[segment]);
        foreach (var host in compiled.Segments[segment].Hosts.Shares)
        {
            var row = host.State * compiled.Sponsors;
            AwardStockUsdBn[row + winner] += host.Share * usdBn * (partner < 0 ? 1 : 0.5);
            if (partner >= 0) AwardStockUsdBn[row + partner] += host.Share * usdBn * 0.5;
        }
    }

    /// <inheritdoc/>
    public void AttemptFailed(in FailureNotice failure, ReadOnlySpan<double> publishedScores)
    {
        Day = failure.Tender.Day;
        Status[failure.Tender.Segment] = failure.Final ? Tendering.Status.Failed : Tendering.Status.Planned;
        if (failure.Final) Lose(failure.Tender.Segment);
        Version++;
    }

    /// <inheritdoc/>
    public void ProjectClosed(int segment, int day)
    {
        Day = day;
        Status[segment] = Tendering.Status.Closed;
        ClosedDays[segment] = day;
    }

    /// <inheritdoc/>
    public void SegmentCommissioned(int segment, int day)
    {
        Day = day;
        Status[segment] = Tendering.Status.Commissioned;
        CommissionedDays[segment] = day;
        diplomacy.Commissioned(compiled.Segments[segment].Hosts, Winners[segment]);
        if (Partners[segment] >= 0) diplomacy.Commissioned(compiled.Segments[segment].Hosts, Partners[segment]);
        diplomacy.Opened(this, segment);
        Version++;
    }

    /// <inheritdoc/>
    public void GovernmentChanged(int state, int day) => Day = day;

    /// <inheritdoc/>
    public void AwardUpheld(int segment, int day) => Day = day;

    /// <inheritdoc/>
    public void ProjectCancelled(int segment, int day, int leaver)
    {
        Day = day;
        Status[segment] = Tendering.Status.Cancelled;
        AddToStock(segment, -stockOfSegment[segment]);
        diplomacy.Cancelled(leaver, Winners[segment]);
        if (Partners[segment] >= 0) diplomacy.Cancelled(leaver, Partners[segment]);
        Shared.Release(segment);
        Lose(segment);
        Version++;
    }

    /// <inheritdoc/>
    public void LoanRenegotiated(int segment, int day, bool equitySwap)
    {
        Day = day;
        diplomacy.Renegotiated(compiled.Segments[segment].Hosts, Winners[segment]);
        if (Partners[segment] >= 0) diplomacy.Renegotiated(compiled.Segments[segment].Hosts, Partners[segment]);
        Version++;
    }

    /// <inheritdoc/>
    public void PolicyChanged(in PolicyNotice policy)
    {
        Day = policy.Day;
        WaiversOpen[policy.Sponsor] |= policy.OpensWaivers;
        Version++;
    }

    /// <inheritdoc/>
    public void YearTurned(int year, int day)
    {
        Day = day;
        diplomacy.TurnYear();
        Version++;
    }
}
