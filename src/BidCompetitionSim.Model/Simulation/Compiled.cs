using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Shocks;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Trade;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// A scenario ready to run: dense ids, flat arrays, costs and draw addresses worked out once. Immutable, shared by every replication and
/// every thread. Indices follow the scenario's arrays, which are sorted by id; [a, b] tables are stored row by row.
/// </summary>
public sealed class Compiled
{
    private readonly Dictionary<string, int> states;
    private readonly Dictionary<string, int> sponsors;
    private readonly Dictionary<string, int> windows;
    private readonly Dictionary<string, int> segments;
    private readonly double[] frictionsByPeriod;

    /// <summary>Compiles a validated scenario.</summary>
    /// <exception cref="ArgumentException">The scenario breaks a rule that its loader checks, or two draws share an address.</exception>
    public Compiled(Scenario scenario)
    {
        Scenario = scenario;
        states = Index(scenario.States, s => s.Id);
        sponsors = Index(scenario.Sponsors, s => s.Id);
        windows = Index(scenario.Windows, w => w.Id);
        segments = Index(scenario.Segments, s => s.Id);
        Systems = Array.ConvertAll(scenario.Systems, s => new CompiledSystem(scenario, s, states));
        Members = MaskOf(scenario.States, s => s.Asean);
        Segments = new CompiledSegment[scenario.Segments.Length];
        for (var s = 0; s < Segments.Length; s++) Segments[s] = CompileSegment(s);
        Capabilities = Array.ConvertAll(scenario.Systems, system =>
            Array.ConvertAll(scenario.Sponsors, sponsor => Array.Find(sponsor.Capabilities, c => c.System == system.Id)));
        OwnStandards = Array.ConvertAll(Systems, system => Array.ConvertAll(Capabilities[Array.IndexOf(Systems, system)],
            c => c is null ? -1 : system.StandardIndex(c.Standard)));
        Windows = Array.ConvertAll(scenario.Windows, w => new CompiledWindow(scenario, w, w.Multilateral is null ? SponsorOf(w.Sponsor) : -1, states));
        WindowsOfSponsor = Array.ConvertAll(scenario.Sponsors, sponsor =>
            Enumerable.Range(0, Windows.Length).Where(w => Windows[w].Multilateral is null && scenario.Windows[w].Sponsor == sponsor.Id).ToArray());
        SharedWindows = [.. Enumerable.Range(0, Windows.Length).Where(w => Windows[w].Multilateral is not null)];
        Lenders = Array.ConvertAll(WindowsOfSponsor, own => SharedWindows.Length == 0 ? own : [.. own, .. SharedWindows]);
        Terms = new TermCalendar(Windows);
        NoService = new double[CompiledWindow.ServiceYears(scenario)];
        Learned = Array.ConvertAll(scenario.Sponsors, sponsor =>
            Array.Find(scenario.LearnedPolicies, policy => policy.Id == sponsor.Id) is { } policy && sponsor.Behaviour == SponsorBehaviourKind.Learning ? new LearnedTable(policy) : null);
        Margins = Array.ConvertAll(scenario.Sponsors, sponsor => new MarginTable(sponsor, scenario.Bidding.ConcessionSteps));
        HomeShares = new double[Segments.Length * Sponsors];
        for (var s = 0; s < Segments.Length; s++)
            foreach (var home in scenario.Segments[s].HomeTies) HomeShares[s * Sponsors + SponsorOf(home.Sponsor)] = home.Share;
        BaselineTies = new double[States * Sponsors];
        BaselineStateTies = new double[States * States];
        for (var i = 0; i < States; i++) CompileTies(i);
        HorizonDay = DayOfYear(scenario.HorizonYears);
        Addresses = new DrawAddresses(scenario);
        Economics = SegmentEconomics.Calibrate(this);
        Shocks = scenario.Shocks.Length == 0 ? null : new ShockCalendar(this);
        Trade = scenario.Trade is null ? null : new TradeRegimes(scenario, StateOf, HorizonDay);
        Frictions = MeanFriction(RatioOverTime);
        frictionsByPeriod = Trade is not { } trade ? [Frictions] : [.. Enumerable.Range(0, trade.Periods)
            .Select(period => MeanFriction(friction => trade.Ratio(period, states[friction.A], states[friction.B])))];
        AppraisedReach = ReachOnAppraisal();
        Active = [.. Enumerable.Range(0, Sponsors).Where(k => Array.Exists(Capabilities, system => system[k] is not null))];
    }

    /// <summary>The scenario compiled.</summary>
    public Scenario Scenario { get; }

    /// <summary>Number of states.</summary>
    public int States => Scenario.States.Length;

    /// <summary>Number of sponsors.</summary>
    public int Sponsors => Scenario.Sponsors.Length;

    /// <summary>Its systems, in the scenario's order.</summary>
    public CompiledSystem[] Systems { get; }

    /// <summary>Its segments, in the scenario's order.</summary>
    public CompiledSegment[] Segments { get; }

    /// <summary>What each segment costs to build and brings, by segment.</summary>
    public SegmentEconomics[] Economics { get; }

    /// <summary>[system][sponsor]: what the sponsor builds in the system, null if nothing.</summary>
    public Capability?[][] Capabilities { get; }

    /// <summary>[system][sponsor]: index of the sponsor's own standard, -1 if it does not build.</summary>
    public int[][] OwnStandards { get; }

    /// <summary>Its windows, in the scenario's order.</summary>
    public CompiledWindow[] Windows { get; }

    /// <summary>Which terms of them are in force when.</summary>
    internal TermCalendar Terms { get; }

    /// <summary>Windows of each sponsor, as indices.</summary>
    public int[][] WindowsOfSponsor { get; }

    /// <summary>Multilateral windows, which any sponsor's offer may use, as indices.</summary>
    public int[] SharedWindows { get; }

    /// <summary>By sponsor: its own windows, then the shared ones.</summary>
    public int[][] Lenders { get; }

    /// <summary>By sponsor: what it learnt, null where it does not bid by it.</summary>
    public LearnedTable?[] Learned { get; }

    /// <summary>By sponsor: its margins at the steps of concession that it searches.</summary>
    public MarginTable[] Margins { get; }

    /// <summary>The service of no loan, as long as <see cref="CompiledWindow.ServiceOn"/>.</summary>
    internal double[] NoService { get; }

    /// <summary>[segment, sponsor]: how far the segment ties into the sponsor's home.</summary>
    public double[] HomeShares { get; }

    /// <summary>[state, sponsor]: baseline ties.</summary>
    public double[] BaselineTies { get; }

    /// <summary>[state, state]: baseline ties.</summary>
    public double[] BaselineStateTies { get; }

    /// <summary>What befalls states on a date; null where the scenario lists nothing.</summary>
    public ShockCalendar? Shocks { get; }

    /// <summary>Friction by date; null where the scenario has no trade overlay.</summary>
    public TradeRegimes? Trade { get; }

    /// <summary>Mean over ASEAN pairs of friction over friction before any agreement, averaged over the run; 1 if none is stated.</summary>
    public double Frictions { get; }

    /// <summary>The same on a day.</summary>
    public double FrictionsOn(int day) => frictionsByPeriod[Trade?.PeriodOn(day) ?? 0];

    /// <summary>Friction between two states over friction before any agreement, averaged over the run.</summary>
    public double RatioOverTime(Diplomacy.Friction friction) =>
        Trade is { } trade ? trade.AverageRatio(states[friction.A], states[friction.B]) : friction.Now / friction.Base;

    /// <summary>
    /// By segment: how much of its ideal traffic the network lets through that its appraisal assumed: what exists already, and the segment
    /// itself in the neutral standard.
    /// </summary>
    public double[] AppraisedReach { get; }

    /// <summary>Sponsors that build in some system; the others are eligible nowhere and take part in nothing.</summary>
    public int[] Active { get; }

    /// <summary>Bit mask of ASEAN's members.</summary>
    public ulong Members { get; }

    /// <summary>Last day over which scores are averaged.</summary>
    public int HorizonDay { get; }

    /// <summary>Addresses of all draws.</summary>
    public DrawAddresses Addresses { get; }

    /// <summary>First day of a year of the run, counted in years of 365.25 days.</summary>
    public static int DayOfYear(int year) => Elementary.RoundHalfEven(year * 365.25);

    /// <summary>Index of a state id.</summary>
    public int StateOf(string id) => states[id];

    /// <summary>Index of a sponsor id.</summary>
    public int SponsorOf(string id) => sponsors[id];

    /// <summary>Index of a window id.</summary>
    public int WindowOf(string id) => windows[id];

    /// <summary>Index of a segment id, -1 if there is none.</summary>
    public int SegmentOf(string id) => segments.GetValueOrDefault(id, -1);

    /// <summary>The system a segment belongs to.</summary>
    public CompiledSystem SystemOf(int segment) => Systems[Segments[segment].System];

    /// <summary>Reference cost of a segment on a day: it escalates while the segment waits past its planned opening.</summary>
    /// <returns>USD bn.</returns>
    public double ReferenceCostUsdBn(int segment, int day)
    {
        var waited = Math.Max(0, day - Segments[segment].TenderDay) / 365.25;
        var cost = Segments[segment].CostUsdBn;
        return waited == 0 ? cost : cost * Elementary.Pow(1 + Scenario.Bidding.EscalationPerYear, waited);
    }

    /// <summary>Shadow prices of inputs.</summary>
    public ShadowPrices ShadowPrices => new(
        Scenario.Scoring.TradableShare, Scenario.Scoring.TradableFactor, Scenario.Scoring.UnskilledShare, Scenario.Scoring.UnskilledFactor);

    /// <summary>Yearly operation and maintenance of a segment built to a quality: dearer where quality is low.</summary>
    /// <returns>USD bn.</returns>
    public double OperationUsdBn(int segment, double quality) =>
        Economics[segment].OperationUsdBnPerYear * (quality < Scenario.Scoring.QualityForOperation ? Scenario.Scoring.LowQualityFactor : 1);

    /// <summary>How long a project is used, and how demand ramps up.</summary>
    public ServiceLife Service => new(
        Scenario.Scoring.OperationYears, Scenario.Scoring.AssetLifeYears, Scenario.Delivery.RampFirst, Scenario.Delivery.RampSecond);

    /// <summary>When a project is built and used, under the scenario's conventions of appraisal.</summary>
    public ProjectLife LifeOf(double buildYears, double demandGrowthPerYear) =>
        new(buildYears, demandGrowthPerYear, Service);

    /// <summary>Terms of a window on a day; closed to hosts and systems that it does not serve, and before its first terms.</summary>
    public bool Lends(int window, int segment, int day, out WindowFigures figures) =>
        Windows[window].Lends(Segments[segment], day, out figures);

    private CompiledSegment CompileSegment(int index)
    {
        var segment = Scenario.Segments[index];
        var system = Array.FindIndex(Scenario.Systems, s => s.Id == segment.System);
        var local = Array.IndexOf(Systems[system].Segments, index);
        var lineClass = Array.Find(Scenario.Systems[system].Classes, c => c.Id == segment.Class)
            ?? throw new ArgumentException($"Segment {segment.Id}: class {segment.Class} is not one of system {segment.System}.");
        var cost = segment.CostBasis == CostBasis.Outturn ? segment.CostUsdBn / lineClass.OverrunMean : segment.CostUsdBn;
        var sharing = StatesSharingJunctions(Systems[system], local);
        return new CompiledSegment
        {
            Index = index, Id = segment.Id, System = system, Local = local, Host = states[segment.Host],
            Hosts = new ContractingStates(Scenario, segment, states), Class = lineClass, CostUsdBn = cost,
            BuildYears = segment.BuildYears, TenderDay = segment.TenderDay, Prestige = segment.Prestige, LocalContent = segment.LocalContent,
            StatesAtJunctions = sharing & Members, StatesOnRoute = StatesOnRoute(Systems[system], segment.Route) & Members,
        };
    }

    private static ulong StatesSharingJunctions(CompiledSystem system, int local)
    {
        var mask = StatesOf(system, local);
        foreach (var junction in system.Junctions.Of(local))
        {
            var other = system.Junctions.Junctions[junction].OtherThan(local);
            if (other >= 0) mask |= StatesOf(system, other);
        }
        return mask;
    }

    private static ulong StatesOf(CompiledSystem system, int local)
    {
        var edge = system.SegmentEdges[local][0];
        return 1UL << system.PlaceStates[edge.PlaceA] | 1UL << system.PlaceStates[edge.PlaceB];
    }

    private ulong StatesOnRoute(CompiledSystem system, string route)
    {
        var mask = 0UL;
        for (var s = 0; s < system.Segments.Length; s++)
            if (Scenario.Segments[system.Segments[s]].Route == route) mask |= StatesOf(system, s);
        for (var k = 0; k < system.Links.Length; k++)
            if (system.Links[k].Route == route)
                mask |= 1UL << system.PlaceStates[system.LinkEdges[k].PlaceA] | 1UL << system.PlaceStates[system.LinkEdges[k].PlaceB];
        return mask;
    }

    private void CompileTies(int state)
    {
        foreach (var tie in Scenario.States[state].TiesToSponsors) BaselineTies[state * Sponsors + SponsorOf(tie.To)] = tie.Strength;
        foreach (var tie in Scenario.States[state].TiesToStates)
        {
            var other = states[tie.To];
            BaselineStateTies[state * States + other] = tie.Strength;
            BaselineStateTies[other * States + state] = tie.Strength;
        }
    }

    private double MeanFriction(Func<Diplomacy.Friction, double> ratio)
    {
        double sum = 0;
        var count = 0;
        foreach (var friction in Scenario.Frictions)
        {
            if ((Members >> states[friction.A] & Members >> states[friction.B] & 1) == 0) continue;
            sum += ratio(friction);
            count++;
        }
        return count == 0 ? 1 : sum / count;
    }

    private double[] ReachOnAppraisal()
    {
        var reach = new double[Segments.Length];
        foreach (var system in Systems)
        {
            var table = new CostTable(system.Places.Length, system.Interfaces);
            table.Rebuild(system.LinkEdges);
            var costs = new int[system.Pairs.Count];
            foreach (var s in system.Segments)
            {
                var local = Segments[s].Local;
                table.WhatIf(system.SegmentEdges[local][system.Specification], system.Before, costs);
                reach[s] = system.Demand.Of(local, costs);
            }
        }
        return reach;
    }

    private static Dictionary<string, int> Index<T>(T[] items, Func<T, string> id)
    {
        var index = new Dictionary<string, int>(items.Length, StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++) index.Add(id(items[i]), i);
        return index;
    }

    private static ulong MaskOf<T>(T[] items, Predicate<T> chosen)
    {
        var mask = 0UL;
        for (var i = 0; i < items.Length; i++)
            if (chosen(items[i])) mask |= 1UL << i;
        return mask;
    }
}
