using System.Numerics;
using BidCompetitionSim.Model.Delivery;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// The host of a run, without any input or output: it plays the events in order, says what is public, asks the agents, and goes on with their
/// answers. It holds the world and the record, and nobody's mind (docs/architecture.md). The files beside this one hold its parts: the tender,
/// lots let together, the life of a project, and years and policies.
/// </summary>
public sealed partial class Kernel
{
    private readonly EventQueue queue = new(256);
    private readonly EventQueue.Plan plan;
    private readonly Announcer announcer;
    private readonly TenderView view;
    private readonly TenderFiles files;
    private readonly WindowLedger[] ledgers;
    private readonly PolicyWatch[] policies;
    private readonly NetworkHistory[] networks;
    private readonly Works works;
    private readonly Operation operation;
    private readonly PublicDebt debt;
    private readonly Bid[] contracts;
    private readonly double[] rents;
    private readonly double[] welfare;
    private readonly RecordParts recordParts;
    private readonly double[] published;
    private readonly double[] ballots;
    private readonly double[] hostDebts;
    private readonly int[] leavers;
    private readonly bool[] improved;
    private readonly JointBidding? joint;
    private readonly double[] withdrawn; // [shock, window]
    private readonly ulong[] hostMasks; // by segment
    private readonly ServingWindow[][] servingWindows; // by segment: those of sponsors
    private readonly double[] participation; // [segment, sponsor]
    private readonly double[] presence; // the draws that decide it
    private readonly ulong[] presenceAddresses;
    private readonly double[] turnovers; // in one year, by state
    private readonly ulong[] stateAddresses;
    private readonly double[] turnoverRates;
    private readonly (int Day, int State)[] changing; // governments, in one year
    private readonly int[][] segmentsOf; // by contracting state
    private IWhispers? whispers;
    private (ulong Seed, ulong Key)? natureKey;
    private Draws nature;
    private Question pending;

    /// <summary>A kernel for one scenario under one arrangement; runs are opened on it one after the other.</summary>
    public Kernel(Compiled compiled, Arm arm)
    {
        (Compiled, Arm) = (compiled, arm);
        Record = new Record(compiled);
        announcer = new Announcer(Record);
        view = new TenderView(compiled);
        files = new TenderFiles(compiled.Segments.Length, compiled.Sponsors);
        ledgers = new WindowLedger[compiled.Sponsors];
        policies = new PolicyWatch[compiled.Sponsors];
        for (var k = 0; k < compiled.Sponsors; k++) (ledgers[k], policies[k]) = (new WindowLedger(compiled, k), new PolicyWatch(compiled, k));
        networks = Array.ConvertAll(compiled.Systems, system => new NetworkHistory(system));
        if (compiled.Shocks is { } shocks)
            for (var k = 0; k < networks.Length; k++) networks[k].Expect(shocks, k);
        works = new Works(compiled);
        operation = new Operation(compiled, networks);
        debt = new PublicDebt(compiled);
        contracts = new Bid[compiled.Segments.Length];
        rents = new double[compiled.Segments.Length];
        welfare = new double[compiled.Segments.Length];
        recordParts = new RecordParts(compiled);
        published = new double[compiled.Sponsors];
        improved = new bool[compiled.Segments.Length];
        if (arm.JointBids) joint = new JointBidding(compiled);
        if (arm.Letting == LettingRule.Package) (rounds, waits) = (LettingRound.FormedBy(compiled, arm), new bool[compiled.Segments.Length]);
        plan = new EventQueue.Plan(PlannedEvents());
        leavers = new int[compiled.Segments.Length];
        var hosts = compiled.Segments.Length == 0 ? 0 : compiled.Segments.Max(segment => segment.Hosts.Shares.Length);
        (ballots, hostDebts) = (new double[hosts * (compiled.Sponsors + 1)], new double[hosts]);
        withdrawn = new double[compiled.Scenario.Shocks.Length * compiled.Windows.Length];
        hostMasks = Array.ConvertAll(compiled.Segments, segment => segment.Hosts.Mask);
        servingWindows = Array.ConvertAll(compiled.Segments, WindowsServing);
        participation = [.. compiled.Segments.SelectMany(segment => Enumerable.Range(0, compiled.Sponsors).Select(k => ParticipationOf(k, segment)))];
        presenceAddresses = Lanes.Padded(compiled.Segments.SelectMany(segment => Enumerable.Range(0, compiled.Sponsors).Select(k => compiled.Addresses.Sponsor(segment.Index, k))));
        presence = new double[presenceAddresses.Length];
        stateAddresses = Lanes.Padded(Enumerable.Range(0, compiled.States).Select(state => compiled.Addresses.State(state)));
        turnovers = new double[stateAddresses.Length];
        turnoverRates = Array.ConvertAll(compiled.Scenario.States, state => state.TurnoverPerYear);
        changing = new (int, int)[compiled.States];
        segmentsOf = [.. Enumerable.Range(0, compiled.States).Select(state => Enumerable.Range(0, compiled.Segments.Length).Where(s => compiled.Segments[s].Hosts.Contains(state)).ToArray())];
    }

    private enum Event : byte
    {
        Shock, Policy, TurnYear, Government, Reconsider, Commission, Close, Judge, Open, Let,
    }

    /// <summary>The scenario.</summary>
    public Compiled Compiled { get; }

    /// <summary>The arrangement.</summary>
    public Arm Arm { get; }

    /// <summary>All that is public so far.</summary>
    public Record Record { get; }

    /// <summary>The authority's files on all tenders.</summary>
    public TenderFiles Files => files;

    /// <summary>Seed of the run.</summary>
    public ulong Seed { get; private set; }

    /// <summary>Replication of the run.</summary>
    public uint Replication { get; private set; }

    /// <summary>Contracts as signed, by segment: bids with their loans cut to what was left; meaningful where there is a winner.</summary>
    public ReadOnlySpan<Bid> Contracts => contracts;

    /// <summary>Rent paid with each award, USD bn.</summary>
    public ReadOnlySpan<double> RentsUsdBn => rents;

    /// <summary>Host welfare of each tender's last attempt, USD bn (Small and Rosen 1981).</summary>
    public ReadOnlySpan<double> WelfareUsdBn => welfare;

    /// <summary>State whose new government cancelled each award; meaningful where one did.</summary>
    public ReadOnlySpan<int> Leavers => leavers;

    /// <summary>The networks as they grew, by system.</summary>
    public NetworkHistory[] Networks => networks;

    /// <summary>What nature knows of the works.</summary>
    public Works Works => works;

    /// <summary>Demand and debt service.</summary>
    public Operation Operation => operation;

    /// <summary>Public debt.</summary>
    public PublicDebt Debt => debt;

    /// <summary>What is left in each sponsor's windows.</summary>
    public WindowLedger[] Ledgers => ledgers;

    /// <summary>Diplomatic part of cohesion at the horizon; null if the scenario has none.</summary>
    public double? DiplomaticAtHorizon { get; private set; }

    /// <summary>Mean difference of ties at the horizon; null if the scenario has none.</summary>
    public double? DependenceAtHorizon { get; private set; }

    /// <summary>Tension at the horizon.</summary>
    public double TensionAtHorizon { get; private set; }

    /// <summary>Nature's draws.</summary>
    public Draws Nature => nature;

    /// <summary>The tender of the pending question, as everybody sees it.</summary>
    public TenderView View => view;

    /// <summary>The pending question.</summary>
    public Question Pending => pending;

    /// <summary>Bids received in the tender of the pending question, by sponsor.</summary>
    public ReadOnlySpan<Bid> Bids => files.Bids(pending.Tender.Segment, pending.Tender.Attempt);

    /// <summary>Sponsors that bid in it.</summary>
    public ulong Received => files.Received(pending.Tender.Segment, pending.Tender.Attempt);

    /// <summary>Sponsors that may be chosen in it.</summary>
    public ulong Eligible => pending.Overriding ? Received : files.Standing(pending.Tender.Segment, pending.Tender.Attempt);

    /// <summary>The Secretariat's scores in it, by sponsor.</summary>
    public ReadOnlySpan<double> Scores => files.Scores(pending.Tender.Segment, pending.Tender.Attempt);

    /// <summary>Gift in the loan of an award as signed, at the terms of the day its tender was opened.</summary>
    /// <returns>USD bn.</returns>
    public double GrantUsdBn(int segment)
    {
        ref readonly var contract = ref contracts[segment];
        return GrantUsdBn(segment, contract.FirstWindow, contract.FirstFaceUsdBn) + GrantUsdBn(segment, contract.SecondWindow, contract.SecondFaceUsdBn);
    }

    /// <summary>A sponsor's own estimate of what the tendered segment would cost it, for it alone to know.</summary>
    /// <returns>USD bn.</returns>
    public double CostSignalUsdBn(int sponsor) => works.SignalUsdBn(pending.Tender, sponsor);

    /// <summary>Opens a run.</summary>
    /// <param name="seed">The experiment's seed; only the host of a run knows it.</param>
    /// <param name="replication">Number of the replication.</param>
    /// <param name="minds">Who learns from announcements before the record moves on; null where agents keep their own minds elsewhere.</param>
    /// <param name="journal">Who writes announcements down; null for nobody.</param>
    /// <param name="whispers">Who passes on what one agent alone is told.</param>
    public void Open(ulong seed, uint replication, IAnnouncements? minds, IAnnouncements? journal, IWhispers? whispers)
    {
        (Seed, Replication, this.whispers) = (seed, replication, whispers);
        (announcer.Minds, announcer.Journal) = (minds, journal);
        nature = new Draws(NatureKeyOf(seed), replication);
        Record.Reset();
        files.Reset();
        works.Open(nature);
        nature.FillUniforms(DrawPurpose.Participation, 0, presenceAddresses, presence);
        operation.Reset();
        debt.Reset();
        foreach (var network in networks) network.Reset();
        foreach (var ledger in ledgers) ledger.Reset();
        foreach (var policy in policies) policy.Reset();
        Array.Clear(rents);
        Array.Clear(welfare);
        joint?.Reset();
        if (waits is not null) Array.Clear(waits);
        pending = default;
        Schedule();
    }

    /// <summary>Goes on until something is to be asked; <see cref="Asking.Nothing"/> when the run is over.</summary>
    public Question Advance()
    {
        var question = pending.Kind == Asking.Nothing ? Next() : Judge();
        while (question.Kind == Asking.Nothing && queue.Count > 0) question = Next();
        pending = question;
        if (question.Kind != Asking.Nothing) Prepare();
        return question;
    }

    // A batch plays one seed replication after replication; a key costs a hash and its message.
    private ulong NatureKeyOf(ulong seed)
    {
        if (natureKey is not { } known || known.Seed != seed) natureKey = known = (seed, AgentKeys.OfNature(seed));
        return known.Key;
    }

    private void Schedule()
    {
        queue.Start(plan);
        ScheduleGovernments();
        SchedulePolicies();
        ScheduleShocks();
    }

    private ServingWindow[] WindowsServing(CompiledSegment segment) =>
    [
        .. from k in Compiled.Active
           from own in Compiled.WindowsOfSponsor[k].Select((window, place) => (Window: window, Place: place))
           where Compiled.Windows[own.Window].Serves(segment.Hosts.Mask, segment.System)
           select new ServingWindow(k, own.Place, own.Window, Compiled.Windows[own.Window].FirstDay),
    ];

    private double ParticipationOf(int k, CompiledSegment segment)
    {
        if (Compiled.Capabilities[segment.System][k] is null) return 0;
        var sponsor = Compiled.Scenario.Sponsors[k];
        var home = Compiled.HomeShares[segment.Index * Compiled.Sponsors + k];
        return sponsor.ParticipationBase + (sponsor.ParticipationHome - sponsor.ParticipationBase) * home;
    }

    // Openings and turns of years are the same in every run.
    private IEnumerable<ScheduledEvent> PlannedEvents()
    {
        foreach (var segment in Compiled.Segments)
            yield return new ScheduledEvent(rounds?[segment.Index]?.OpeningDay ?? segment.TenderDay, (byte)Event.Open, (byte)Event.Open, segment.Index, 0, 0);
        for (var year = 1; year <= Compiled.Scenario.HorizonYears; year++)
            yield return new ScheduledEvent(Compiled.DayOfYear(year), (byte)Event.TurnYear, (byte)Event.TurnYear, year, 0, 0);
    }

    private Question Next()
    {
        if (!queue.TryDequeue(out var happening)) return default;
        switch ((Event)happening.Kind)
        {
            case Event.Shock: MoveMoney(happening.Subject, back: happening.Detail == 1, happening.Day); return default;
            case Event.Policy: TakeEffect(happening.Subject, happening.Detail, happening.Day); return default;
            case Event.TurnYear: TurnYear(happening.Subject, happening.Day); return default;
            case Event.Government: ChangeGovernment(happening.Subject, happening.Detail, happening.Day); return default;
            case Event.Reconsider: return Reconsider(happening.Subject, happening.Detail, happening.Day);
            case Event.Commission: Commission(happening.Subject, happening.Day); return default;
            case Event.Close: Close(happening.Subject, happening.Day); return default;
            case Event.Judge: return AskOpinion(new TenderKey(happening.Subject, Record.Attempts[happening.Subject], happening.Day));
            case Event.Open: return OpenTender(happening.Subject, happening.Day);
            case Event.Let: return Let(happening.Subject, happening.Day);
            default: throw new InvalidOperationException($"No event {happening.Kind}.");
        }
    }

    private double GrantUsdBn(int segment, int window, double faceUsdBn) =>
        window < 0 || !Compiled.Lends(window, segment, Record.OpenedDays[segment], out var figures) ? 0 : faceUsdBn * figures.GrantElement;

    // Events of one day are played in the order of their kinds, then as they were scheduled.
    private void Enqueue(int day, Event what, int subject, int detail) => queue.Enqueue(day, (byte)what, (byte)what, subject, detail);

    /// <summary>A sponsor's window that lends for a segment once it is in force, and its place among the sponsor's own.</summary>
    private readonly record struct ServingWindow(int Sponsor, int Place, int Window, int FirstDay);
}
