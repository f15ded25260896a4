using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Network;

/// <summary>
/// One system as it grows: the network of today, and a snapshot of all pairs' costs after each change, the first at day 0.
/// Arrays are in pair order; nothing allocates after construction.
/// </summary>
public sealed class NetworkHistory
{
    private readonly CompiledSystem system;
    private readonly SystemNetwork freight;
    private readonly CostTable passengerTable;
    private readonly int[] passenger;
    private readonly SystemNetwork freightBefore;
    private readonly CostTable passengerBefore;
    private readonly int[] days;
    private readonly int[][] actual;
    private readonly int[][] seamless;
    private readonly int[][] passengers;
    private readonly bool[] built;
    private readonly Edge[] edges;
    private readonly Edge[] passengerEdges;

    /// <summary>Prepares the history of one system.</summary>
    public NetworkHistory(CompiledSystem system)
    {
        this.system = system;
        var places = system.Places.Length;
        freight = new SystemNetwork(system.Pairs, places, system.Interfaces);
        freightBefore = new SystemNetwork(system.Pairs, places, system.Interfaces);
        freightBefore.Rebuild(system.LinkEdges);
        passengerTable = new CostTable(places, system.PassengerInterfaces);
        passengerBefore = new CostTable(places, system.PassengerInterfaces);
        passengerBefore.Rebuild(system.PassengerLinkEdges);
        passenger = new int[system.Pairs.Count];
        var epochs = system.Segments.Length + 1;
        days = new int[epochs];
        actual = Snapshots(epochs);
        seamless = Snapshots(epochs);
        passengers = Snapshots(epochs);
        built = new bool[system.Segments.Length];
        edges = new Edge[system.LinkEdges.Length + system.Segments.Length];
        passengerEdges = new Edge[edges.Length];
        Reset();
    }

    /// <summary>Number of snapshots.</summary>
    public int Count { get; private set; }

    /// <summary>Freight costs of today, in pair order.</summary>
    public ReadOnlySpan<int> Now => freight.Actual;

    /// <summary>Day of a snapshot.</summary>
    public int DayOf(int epoch) => days[epoch];

    /// <summary>Freight costs in a snapshot.</summary>
    public ReadOnlySpan<int> ActualIn(int epoch) => actual[epoch];

    /// <summary>Freight costs with free interfaces in a snapshot.</summary>
    public ReadOnlySpan<int> SeamlessIn(int epoch) => seamless[epoch];

    /// <summary>Passenger times in a snapshot, without access.</summary>
    public ReadOnlySpan<int> PassengerIn(int epoch) => passengers[epoch];

    /// <summary>The last snapshot on or before a day.</summary>
    public int EpochOn(int day)
    {
        var epoch = Count - 1;
        while (epoch > 0 && days[epoch] > day) epoch--;
        return epoch;
    }

    /// <summary>Back to the first day.</summary>
    public void Reset()
    {
        freight.CopyFrom(freightBefore);
        passengerTable.CopyFrom(passengerBefore);
        system.PassengerBefore.CopyTo(passenger, 0);
        Array.Clear(built);
        Count = 0;
        Snap(0);
    }

    /// <summary>A segment goes into operation.</summary>
    public void Commission(Record record, int local, int day)
    {
        var standard = record.Standards[system.Segments[local]];
        built[local] = true;
        if (system.ReplacedLinks[local].Length > 0)
        {
            Rebuild(record);
        }
        else
        {
            freight.Add(system.SegmentEdges[local][standard]);
            var edge = system.PassengerSegmentEdges[local][standard];
            passengerTable.WhatIf(edge, passenger, passenger);
            passengerTable.Add(edge);
        }
        Snap(day);
    }

    // A segment that takes an old line away can only be followed by a fresh search; it is rare.
    private void Rebuild(Record record)
    {
        var count = 0;
        for (var link = 0; link < system.LinkEdges.Length; link++)
        {
            if (IsReplaced(link)) continue;
            passengerEdges[count] = system.PassengerLinkEdges[link];
            edges[count++] = system.LinkEdges[link];
        }
        for (var local = 0; local < built.Length; local++)
        {
            if (!built[local]) continue;
            var standard = record.Standards[system.Segments[local]];
            passengerEdges[count] = system.PassengerSegmentEdges[local][standard];
            edges[count++] = system.SegmentEdges[local][standard];
        }
        freight.Rebuild(edges.AsSpan(0, count));
        passengerTable.Rebuild(passengerEdges.AsSpan(0, count));
        PlaceCosts.Of(passengerTable, system.Pairs.Pairs, passenger);
    }

    private bool IsReplaced(int link)
    {
        for (var local = 0; local < built.Length; local++)
            if (built[local] && Array.IndexOf(system.ReplacedLinks[local], link) >= 0) return true;
        return false;
    }

    private void Snap(int day)
    {
        days[Count] = day;
        freight.Actual.CopyTo(actual[Count]);
        freight.Seamless.CopyTo(seamless[Count]);
        passenger.CopyTo(passengers[Count], 0);
        Count++;
    }

    private int[][] Snapshots(int epochs)
    {
        var all = new int[epochs][];
        for (var k = 0; k < epochs; k++) all[k] = new int[system.Pairs.Count];
        return all;
    }
}
