using BidCompetitionSim.Model.Shocks;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Network;

/// <summary>
/// One system as it grows: a snapshot of all pairs' costs after each change, the first at day 0. Arrays are in pair order; nothing allocates
/// after construction.
/// </summary>
public sealed class NetworkHistory
{
    private const int None = -1;

    private readonly CompiledSystem system;
    private readonly GrowingNetwork freight;
    private readonly GrowingNetwork? passenger;
    private readonly SeamlessCosts seamlessSearch;
    private readonly CostTable? freightTable;
    private readonly CostTable? passengerTable;
    private readonly CloserPairs[] changed; // by change: the pairs whose costs it changed
    private readonly CloserPairs[] passengersChanged;
    private readonly int[] days;
    private readonly int[][] actual;
    private readonly int[][] seamless;
    private readonly int[][] passengers;
    private readonly bool[] seamlessKnown;
    private readonly Edge[] added;
    private readonly Edge[] passengerAdded;
    private readonly int[] addedLocals;
    private readonly int[] addedAt; // by segment
    private readonly Edge[] edges;
    private ClosedBorders? borders;

    /// <summary>Prepares the history of one system.</summary>
    public NetworkHistory(CompiledSystem system)
    {
        this.system = system;
        var (places, segments) = (system.Places.Length, system.Segments.Length);
        freight = new GrowingNetwork(system.SegmentEnds, segments);
        if (system.PassengerSegmentEnds is { } ends) passenger = new GrowingNetwork(ends, segments);
        seamlessSearch = new SeamlessCosts(system.SweepOrder, system.Lines);
        if (Array.Exists(system.ReplacedLinks, links => links.Length > 0))
            (freightTable, passengerTable) = (new CostTable(places, system.Interfaces), new CostTable(places, system.PassengerInterfaces));
        changed = Array.ConvertAll(system.Segments, _ => new CloserPairs(places));
        passengersChanged = Array.ConvertAll(system.Segments, _ => new CloserPairs(places));
        days = new int[segments + 1];
        (actual, seamless, passengers) = (Snapshots(system.Pairs.Count), Snapshots(system.Pairs.Count), Snapshots(system.PassengerBefore.Length));
        system.Before.CopyTo(actual[0], 0);
        system.PassengerBefore.CopyTo(passengers[0], 0);
        seamlessKnown = new bool[segments + 1];
        (added, passengerAdded, addedLocals, addedAt) = (new Edge[segments], new Edge[segments], new int[segments], new int[segments]);
        edges = new Edge[system.LinkEdges.Length + segments];
        Count = 1;
    }

    /// <summary>Allows for shocks that close borders.</summary>
    /// <param name="shocks">The shocks.</param>
    /// <param name="index">Index of the system.</param>
    public void Expect(ShockCalendar shocks, int index)
    {
        if (shocks.ClosesBorders) borders = new ClosedBorders(system, shocks, index);
    }

    /// <summary>Freight as it grew: in a snapshot, with as many edges added as there are snapshots before it, if no segment replaces an old line.</summary>
    internal GrowingNetwork Freight => freight;

    /// <summary>Number of snapshots.</summary>
    public int Count { get; private set; }

    /// <summary>Day of a snapshot.</summary>
    public int DayOf(int epoch) => days[epoch];

    /// <summary>Freight costs in a snapshot.</summary>
    public ReadOnlySpan<int> ActualIn(int epoch) => actual[epoch].AsSpan(0, system.Before.Length);

    /// <summary>Freight costs in a snapshot while shocks close borders.</summary>
    /// <param name="epoch">The snapshot.</param>
    /// <param name="closed">The shocks, as <see cref="ShockCalendar.BordersOn"/> gives them; 0 for open borders.</param>
    public ReadOnlySpan<int> ActualBehind(int epoch, ulong closed)
    {
        if (closed == 0) return ActualIn(epoch);
        if (!borders!.Knows(epoch, closed)) borders.Draw(epoch, closed, EdgesIn(epoch, system.LinkEdges, added));
        return borders.CostsIn(epoch);
    }

    /// <summary>Freight costs with free interfaces in a snapshot; worked out when it is first asked for, as few are.</summary>
    public ReadOnlySpan<int> SeamlessIn(int epoch)
    {
        if (!seamlessKnown[epoch])
        {
            seamlessKnown[epoch] = true;
            DrawSeamless(epoch);
            seamlessSearch.Find(seamless[epoch]);
        }
        return seamless[epoch].AsSpan(0, system.Before.Length);
    }

    /// <summary>Passenger times in a snapshot, without access; empty if the system carries none.</summary>
    public ReadOnlySpan<int> PassengerIn(int epoch) => passengers[epoch].AsSpan(0, system.PassengerBefore.Length);

    /// <summary>Pairs whose freight costs are not what they were in the snapshot before, and what they cost in it.</summary>
    internal CloserPairs ChangedIn(int epoch) => changed[epoch - 1];

    /// <summary>The same of passenger times.</summary>
    internal CloserPairs PassengersChangedIn(int epoch) => passengersChanged[epoch - 1];

    /// <summary>The last snapshot on or before a day.</summary>
    public int EpochOn(int day)
    {
        var epoch = Count - 1;
        while (epoch > 0 && days[epoch] > day) epoch--;
        return epoch;
    }

    /// <summary>Back to the first day, which is the same in every run.</summary>
    public void Reset()
    {
        freight.Reset();
        passenger?.Reset();
        borders?.Forget();
        Count = 1;
    }

    /// <summary>A segment goes into operation.</summary>
    public void Commission(Record record, int local, int day)
    {
        var standard = record.Standards[system.Segments[local]];
        var epoch = Count++;
        (days[epoch], seamlessKnown[epoch], addedLocals[epoch - 1]) = (day, false, local);
        added[epoch - 1] = system.SegmentEdges[local][standard];
        var replaces = system.ReplacedLinks[local].Length > 0;
        if (replaces) DrawAgain(freight, freightTable!, EdgesIn(epoch, system.LinkEdges, added), actual, changed);
        else Grow(freight, added[epoch - 1], actual, changed);
        if (passenger is null) return;
        passengerAdded[epoch - 1] = system.PassengerSegmentEdges[local][standard];
        if (replaces) DrawAgain(passenger, passengerTable!, EdgesIn(epoch, system.PassengerLinkEdges, passengerAdded), passengers, passengersChanged);
        else Grow(passenger, passengerAdded[epoch - 1], passengers, passengersChanged);
    }

    private void Grow(GrowingNetwork network, in Edge edge, int[][] snapshots, CloserPairs[] changes)
    {
        var (now, then, closer) = (snapshots[Count - 2], snapshots[Count - 1], changes[Count - 2]);
        network.Add(edge, now, closer);
        now.CopyTo(then, 0);
        closer.Lower(then);
    }

    // A segment that takes an old line away can only be followed by a fresh search; it is rare.
    private void DrawAgain(GrowingNetwork network, CostTable table, ReadOnlySpan<Edge> drawn, int[][] snapshots, CloserPairs[] changes)
    {
        table.Rebuild(drawn);
        network.Rebuild(table);
        PlaceCosts.Of(table, system.Pairs.Pairs, snapshots[Count - 1]);
        changes[Count - 2].FindChanged(snapshots[Count - 2], snapshots[Count - 1]);
    }

    private void DrawSeamless(int epoch)
    {
        for (var link = 0; link < system.LinkEdges.Length; link++)
            if (IsReplacedIn(epoch, link)) seamlessSearch.Erase(link);
            else seamlessSearch.Draw(link, system.LinkEdges[link].Cost);
        Array.Fill(addedAt, None);
        for (var k = 0; k < epoch; k++) addedAt[addedLocals[k]] = k;
        for (var local = 0; local < addedAt.Length; local++)
            if (addedAt[local] == None) seamlessSearch.Erase(system.LinkEdges.Length + local);
            else seamlessSearch.Draw(system.LinkEdges.Length + local, added[addedAt[local]].Cost);
    }

    private ReadOnlySpan<Edge> EdgesIn(int epoch, Edge[] inherited, Edge[] later)
    {
        var count = 0;
        for (var link = 0; link < inherited.Length; link++)
            if (!IsReplacedIn(epoch, link)) edges[count++] = inherited[link];
        later.AsSpan(0, epoch).CopyTo(edges.AsSpan(count));
        return edges.AsSpan(0, count + epoch);
    }

    private bool IsReplacedIn(int epoch, int link)
    {
        if (freightTable is null) return false;
        for (var k = 0; k < epoch; k++)
            if (Array.IndexOf(system.ReplacedLinks[addedLocals[k]], link) >= 0) return true;
        return false;
    }

    private int[][] Snapshots(int length)
    {
        var all = new int[system.Segments.Length + 1][];
        for (var k = 0; k < all.Length; k++) all[k] = new int[length + CloserPairs.Slack];
        return all;
    }
}
