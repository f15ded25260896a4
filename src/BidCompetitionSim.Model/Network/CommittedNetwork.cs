using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Network;

/// <summary>
/// One system with everything committed in place, built or not, and the same with one more segment imagined. Replaced lines stay until their
/// replacement opens, so they count here as they do for travellers today.
/// </summary>
internal sealed class CommittedNetwork
{
    private readonly CompiledSystem system;
    private readonly CostTable table;
    private readonly CostTable passengerTable;
    private readonly CostTable inherited;
    private readonly CostTable inheritedPassenger;
    private readonly int[] actual;
    private readonly int[] passenger;
    private readonly int[] imagined;
    private readonly int[] imaginedPassenger;
    private readonly int[] standing;

    public CommittedNetwork(CompiledSystem system)
    {
        this.system = system;
        var places = system.Places.Length;
        (table, inherited) = (new CostTable(places, system.Interfaces), new CostTable(places, system.Interfaces));
        (passengerTable, inheritedPassenger) = (new CostTable(places, system.PassengerInterfaces), new CostTable(places, system.PassengerInterfaces));
        inherited.Rebuild(system.LinkEdges);
        inheritedPassenger.Rebuild(system.PassengerLinkEdges);
        standing = new int[system.Segments.Length];
        (actual, imagined) = (new int[system.Pairs.Count], new int[system.Pairs.Count]);
        (passenger, imaginedPassenger) = (new int[system.Pairs.Count], new int[system.Pairs.Count]);
        Clear();
    }

    /// <summary>Standard of each segment committed, <see cref="JunctionMap.NotBuilt"/> for the others.</summary>
    public ReadOnlySpan<int> Standing => standing;

    public ReadOnlySpan<int> Actual => actual;

    public ReadOnlySpan<int> Passenger => passenger;

    public ReadOnlySpan<int> Imagined => imagined;

    public ReadOnlySpan<int> ImaginedPassenger => imaginedPassenger;

    /// <summary>Brings it up to a record: what was added is added, and only where something was given up all is drawn again.</summary>
    public void Load(Record record)
    {
        for (var local = 0; local < standing.Length; local++)
            if (standing[local] != JunctionMap.NotBuilt && standing[local] != StandardIn(record, local))
            {
                Clear();
                break;
            }
        for (var local = 0; local < standing.Length; local++)
            if (standing[local] == JunctionMap.NotBuilt && StandardIn(record, local) is >= 0 and var standard) Add(local, standard);
    }

    private int StandardIn(Record record, int local) =>
        record.IsCommitted(system.Segments[local]) ? record.Standards[system.Segments[local]] : JunctionMap.NotBuilt;

    private void Clear()
    {
        Array.Fill(standing, JunctionMap.NotBuilt);
        table.CopyFrom(inherited);
        passengerTable.CopyFrom(inheritedPassenger);
        system.Before.CopyTo(actual, 0);
        system.PassengerBefore.CopyTo(passenger, 0);
    }

    private void Add(int local, int standard)
    {
        standing[local] = standard;
        WhatIf(local, standard, actual, passenger);
        table.Add(system.SegmentEdges[local][standard]);
        passengerTable.Add(system.PassengerSegmentEdges[local][standard]);
    }

    /// <summary>Imagines one more segment.</summary>
    public void WhatIf(int local, int standard) => WhatIf(local, standard, imagined, imaginedPassenger);

    private void WhatIf(int local, int standard, int[] then, int[] passengerThen)
    {
        table.WhatIf(system.SegmentEdges[local][standard], actual, then);
        passengerTable.WhatIf(system.PassengerSegmentEdges[local][standard], passenger, passengerThen);
    }
}
