using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Network;

/// <summary>
/// One system ready to run: its places, standards and segments in dense local indices, every edge cost rounded once, and the fixed sets the
/// scores are defined over. Immutable once built; shared by all replications.
/// </summary>
public sealed class CompiledSystem
{
    private readonly int[] allStandards;

    /// <summary>Compiles one system of a scenario.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="system">The system.</param>
    /// <param name="stateIndex">Index of each state id.</param>
    public CompiledSystem(Scenario scenario, TransportSystem system, IReadOnlyDictionary<string, int> stateIndex)
    {
        System = system;
        Links = [.. scenario.Links.Where(link => link.System == system.Id)];
        Segments = [.. Enumerable.Range(0, scenario.Segments.Length).Where(s => scenario.Segments[s].System == system.Id)];
        var segments = Array.ConvertAll(Segments, s => scenario.Segments[s]);
        var touched = Links.SelectMany(l => new[] { l.From, l.To }).Concat(segments.SelectMany(s => new[] { s.From, s.To })).ToHashSet();
        Places = [.. scenario.Places.Where(p => touched.Contains(p.Id))];
        PlaceStates = Array.ConvertAll(Places, p => stateIndex[p.State]);
        var standards = UsedStandards(scenario);
        StandardIds = Array.ConvertAll(standards, s => s.Id);
        StandardAddresses = Array.ConvertAll(StandardIds, StableHash.Of);
        Specification = Array.IndexOf(StandardIds, system.Specification);
        allStandards = [.. Enumerable.Range(0, StandardIds.Length)];
        var hosts = Array.ConvertAll(segments, s => stateIndex[s.Host]);
        Variants = new StandardVariants(standards, system.Attributes, Array.ConvertAll(scenario.States, s => s.Id),
            [.. Enumerable.Range(0, scenario.States.Length).Select(state => PlaceStates.Contains(state) || hosts.Contains(state))]);
        Interfaces = InterfaceTable.Derive(Variants.All, system.Attributes);
        PassengerInterfaces = InterfaceTable.Flat(Interfaces.Standards, system.PassengerChangeHours ?? 0, "change of train");
        CarriesPassengers = LineCosts.CarriesPassengers(system);
        PassengerAccessSeconds = LinkCost.Seconds(system.PassengerAccessHours ?? 0);
        LinkEdges = Array.ConvertAll(Links, l => EdgeOf(l, passenger: false));
        PassengerLinkEdges = CarriesPassengers ? Array.ConvertAll(Links, l => EdgeOf(l, passenger: true)) : [];
        SegmentEdges = Array.ConvertAll(segments, s => Array.ConvertAll(allStandards, a => EdgeOf(s, a, stateIndex[s.Host], passenger: false)));
        PassengerSegmentEdges = CarriesPassengers
            ? Array.ConvertAll(segments, s => Array.ConvertAll(allStandards, a => EdgeOf(s, a, stateIndex[s.Host], passenger: true))) : [];
        Lines = [.. LinkEdges, .. SegmentEdges.Select(byStandard => byStandard[0])];
        ReplacedLinks = Array.ConvertAll(segments, s => Array.ConvertAll(s.Replaces, id => Array.FindIndex(Links, l => l.Id == id)));
        var awardable = Awardable(scenario);
        Awards = Array.FindAll(allStandards, standard => awardable[standard]);
        Pairs = new PairSet(Array.ConvertAll(Places, p => new PlaceMass(stateIndex[p.State], p.GdpUsdBn, p.PopulationMillion)), Distances(segments));
        Ideal = new IdealNetwork(Pairs, Places.Length, LinkEdges, BestEdges(SegmentEdges, awardable));
        Demand = new DemandFactors(Pairs, Ideal);
        Before = CostsOf(LinkEdges, Interfaces);
        PassengerBefore = CarriesPassengers ? CostsOf(PassengerLinkEdges, PassengerInterfaces) : [];
        PassengerIdeal = CarriesPassengers ? CostsOf([.. PassengerLinkEdges, .. BestEdges(PassengerSegmentEdges, awardable)], InterfaceTable.Seamless) : [];
        Scored = Pairs.Improvable(Before, Ideal.Costs);
        SegmentEnds = EndsOf(LinkEdges, Interfaces, SegmentEdges);
        PassengerSegmentEnds = CarriesPassengers ? EndsOf(PassengerLinkEdges, PassengerInterfaces, PassengerSegmentEdges) : null;
        SweepOrder = Network.SweepOrder.Of(Ideal.Costs, Pairs.Pairs, Places.Length, [.. LinkEdges, .. BestEdges(SegmentEdges, awardable)]);
        (PlanPairs, HostPlanPairs) = ArrangePlans(scenario, Array.ConvertAll(segments, s => StatesLetting(s, stateIndex)));
        ScoredAsean = Pairs.Within(Scored, Array.ConvertAll(scenario.States, s => s.Asean));
        var planned = new PlannedSegment[segments.Length];
        for (var s = 0; s < segments.Length; s++)
            planned[s] = new PlannedSegment(SegmentEdges[s][0].PlaceA, SegmentEdges[s][0].PlaceB, stateIndex[segments[s].Host], ReplacedLinks[s])
            {
                Partners = StatesLetting(segments[s], stateIndex),
            };
        Junctions = new JunctionMap(planned, InheritedLines(), PlaceStates, Interfaces, awardable, Variants);
    }

    /// <summary>The system's definition.</summary>
    public TransportSystem System { get; }

    /// <summary>Its inherited links, sorted by id.</summary>
    public Link[] Links { get; }

    /// <summary>Indices, in the scenario, of its segments, sorted by id.</summary>
    public int[] Segments { get; }

    /// <summary>Its places, sorted by id.</summary>
    public Place[] Places { get; }

    /// <summary>State of each place.</summary>
    public int[] PlaceStates { get; }

    /// <summary>Ids of the standards that a line of it has or could be built in, sorted; a standard that nobody uses costs nothing.</summary>
    public string[] StandardIds { get; }

    /// <summary>Stable hashes of those ids, for fingerprints.</summary>
    public ulong[] StandardAddresses { get; }

    /// <summary>Index of the regional specification.</summary>
    public int Specification { get; }

    /// <summary>Standards that an award could build in: a sponsor's own, or the regional specification.</summary>
    public int[] Awards { get; }

    /// <summary>Those standards as they stand on the ground, which is what edges, interfaces and inherited lines speak of.</summary>
    public StandardVariants Variants { get; }

    /// <summary>What a change of standard costs freight, by variant.</summary>
    public InterfaceTable Interfaces { get; }

    /// <summary>Whether it carries passengers; if not, whatever tells of them is empty.</summary>
    public bool CarriesPassengers { get; }

    /// <summary>What a change of standard costs passengers, by variant.</summary>
    public InterfaceTable PassengerInterfaces { get; }

    /// <summary>Door-to-station time, both ends, seconds.</summary>
    public int PassengerAccessSeconds { get; }

    /// <summary>Freight edge of each inherited link.</summary>
    public Edge[] LinkEdges { get; }

    /// <summary>Passenger edge of each inherited link.</summary>
    public Edge[] PassengerLinkEdges { get; }

    /// <summary>Freight edge of each segment in each standard.</summary>
    public Edge[][] SegmentEdges { get; }

    /// <summary>Every line that a drawing of it may have, the links before the segments: an edge of each for its places.</summary>
    public Edge[] Lines { get; }

    /// <summary>Passenger edge of each segment in each standard.</summary>
    public Edge[][] PassengerSegmentEdges { get; }

    /// <summary>Inherited links that each segment replaces when commissioned.</summary>
    public int[][] ReplacedLinks { get; }

    /// <summary>All pairs of places with their weights.</summary>
    public PairSet Pairs { get; }

    /// <summary>The ideal network, with and without each segment.</summary>
    public IdealNetwork Ideal { get; }

    /// <summary>The corridor effect on demand.</summary>
    public DemandFactors Demand { get; }

    /// <summary>Freight costs before any segment, in pair order.</summary>
    public int[] Before { get; }

    /// <summary>Passenger times before any segment, without access, in pair order.</summary>
    public int[] PassengerBefore { get; }

    /// <summary>Passenger times on the ideal network, without access, in pair order.</summary>
    public int[] PassengerIdeal { get; }

    /// <summary>Scored pairs: in different states, and better connected in the ideal network than before.</summary>
    public int[] Scored { get; }

    /// <summary>Scored pairs between ASEAN states.</summary>
    public int[] ScoredAsean { get; }

    /// <summary>By segment: the scored pairs that need it.</summary>
    public PlanPairs[] PlanPairs { get; }

    /// <summary>By segment: those of them with an end in the state that lets it.</summary>
    public PlanPairs[] HostPlanPairs { get; }

    /// <summary>Places along the corridor: the order in which <see cref="SweptCosts"/> looks at them.</summary>
    public int[] SweepOrder { get; }

    /// <summary>Freight costs before any segment from the ends of all that may be awarded.</summary>
    internal EndCosts SegmentEnds { get; }

    /// <summary>Passenger times likewise; null if it carries none.</summary>
    internal EndCosts? PassengerSegmentEnds { get; }

    /// <summary>Where segments meet each other and inherited lines.</summary>
    public JunctionMap Junctions { get; }

    /// <summary>Index of a standard by id, -1 if the system has none of it.</summary>
    public int StandardIndex(string id) => Array.IndexOf(StandardIds, id);

    private int[] CostsOf(Edge[] edges, InterfaceTable interfaces)
    {
        var table = new CostTable(Places.Length, interfaces);
        table.Rebuild(edges);
        var costs = new int[Pairs.Count];
        PlaceCosts.Of(table, Pairs.Pairs, costs);
        return costs;
    }

    private EndCosts EndsOf(Edge[] edges, InterfaceTable interfaces, Edge[][] segments)
    {
        var table = new CostTable(Places.Length, interfaces);
        table.Rebuild(edges);
        return new EndCosts(table, segments.SelectMany(byStandard => Awards.Select(standard => byStandard[standard])));
    }

    private Edge EdgeOf(Link link, bool passenger)
    {
        var (a, b) = (PlaceIndex(link.From), PlaceIndex(link.To));
        var own = System.CostUnit.Length > 0 ? link.ChargeCostUnits ?? 0 : link.HandlingHours;
        var line = new Line(link.Standard, link.Class, link.LengthKm, PlaceStates[a] != PlaceStates[b], own);
        return new Edge(a, b, Variants.In(StandardIndex(link.Standard), PlaceStates[a]), CostOf(line, passenger));
    }

    private Edge EdgeOf(Segment segment, int standard, int host, bool passenger)
    {
        var (a, b) = (PlaceIndex(segment.From), PlaceIndex(segment.To));
        var line = new Line(StandardIds[standard], segment.Class, segment.LengthKm, PlaceStates[a] != PlaceStates[b], 0);
        return new Edge(a, b, Variants.In(standard, host), CostOf(line, passenger));
    }

    private int CostOf(in Line line, bool passenger) => passenger ? LineCosts.Passenger(System, line) : LineCosts.Freight(System, line);

    private int PlaceIndex(string id) => Array.FindIndex(Places, p => p.Id == id);

    private Standard[] UsedStandards(Scenario scenario)
    {
        var used = Links.Select(l => l.Standard).Append(System.Specification)
            .Concat(scenario.Sponsors.SelectMany(s => s.Capabilities).Where(c => c.System == System.Id).Select(c => c.Standard)).ToHashSet();
        return Array.FindAll(System.Standards, s => used.Contains(s.Id));
    }

    private static ulong StatesLetting(Segment segment, IReadOnlyDictionary<string, int> stateIndex)
    {
        var mask = 1UL << stateIndex[segment.Host];
        foreach (var partner in segment.CoHosts) mask |= 1UL << stateIndex[partner.State];
        return mask;
    }

    private (PlanPairs[] All, PlanPairs[] OfHost) ArrangePlans(Scenario scenario, ulong[] hosts)
    {
        var scored = Scored.ToHashSet();
        var all = new PlanPairs[Segments.Length];
        var ofHost = new PlanPairs[Segments.Length];
        for (var s = 0; s < all.Length; s++)
        {
            var pairs = Array.FindAll(Demand.PairsNeeding(s).ToArray(), scored.Contains);
            all[s] = new PlanPairs(Pairs, pairs, Places.Length, scenario.States.Length);
            ofHost[s] = new PlanPairs(Pairs, Pairs.TouchingAny(pairs, hosts[s]), Places.Length, scenario.States.Length);
        }
        return (all, ofHost);
    }

    private bool[] Awardable(Scenario scenario)
    {
        var own = scenario.Sponsors.SelectMany(s => s.Capabilities).Where(c => c.System == System.Id).Select(c => c.Standard).ToHashSet();
        return Array.ConvertAll(allStandards, a => a == Specification || own.Contains(StandardIds[a]));
    }

    // The best design speed is over the standards that an award could build in: nobody offers the inherited one.
    private Edge[] BestEdges(Edge[][] bySegment, bool[] awardable) =>
        Array.ConvertAll(bySegment, edges => allStandards.Where(a => awardable[a]).Select(a => edges[a]).MinBy(e => e.Cost));

    private InheritedLine[] InheritedLines() =>
        [.. Enumerable.Range(0, Links.Length).Where(k => !Links[k].BaseMode)
            .Select(k => new InheritedLine(LinkEdges[k].PlaceA, LinkEdges[k].PlaceB, LinkEdges[k].Standard))];

    /// <summary>Distances along links and segments, whole metres so that no order of adding matters, then km.</summary>
    private double[] Distances(Segment[] segments)
    {
        var table = new CostTable(Places.Length, InterfaceTable.Seamless);
        foreach (var link in Links) table.Add(new Edge(PlaceIndex(link.From), PlaceIndex(link.To), 0, Metres(link.LengthKm)));
        foreach (var segment in segments) table.Add(new Edge(PlaceIndex(segment.From), PlaceIndex(segment.To), 0, Metres(segment.LengthKm)));
        var km = new double[Places.Length * Places.Length];
        for (var i = 0; i < Places.Length; i++)
            for (var j = 0; j < Places.Length; j++) km[i * Places.Length + j] = table[i, j] / 1000.0;
        return km;
    }

    private static int Metres(double km) => (int)Math.Round(km * 1000, MidpointRounding.ToEven);
}
