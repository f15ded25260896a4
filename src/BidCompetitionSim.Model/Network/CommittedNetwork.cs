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
    private Record? record;
    private int epoch;

    public CommittedNetwork(CompiledSystem system)
    {
        this.system = system;
        var places = system.Places.Length;
        (table, inherited) = (new CostTable(places, system.Interfaces), new CostTable(places, system.Interfaces));
        (passengerTable, inheritedPassenger) = (new CostTable(places, system.PassengerInterfaces), new CostTable(places, system.PassengerInterfaces));
        inherited.Rebuild(system.LinkEdges);
        inheritedPassenger.Rebuild(system.PassengerLinkEdges);
        (actual, imagined) = (new int[system.Pairs.Count], new int[system.Pairs.Count]);
        (passenger, imaginedPassenger) = (new int[system.Pairs.Count], new int[system.Pairs.Count]);
    }

    public ReadOnlySpan<int> Actual => actual;

    public ReadOnlySpan<int> Passenger => passenger;

    public ReadOnlySpan<int> Imagined => imagined;

    public ReadOnlySpan<int> ImaginedPassenger => imaginedPassenger;

    /// <summary>Brings it up to a record; does nothing if nothing changed.</summary>
    public void Load(Record record)
    {
        if (ReferenceEquals(this.record, record) && epoch == record.NetworkEpoch) return;
        (this.record, epoch) = (record, record.NetworkEpoch);
        table.CopyFrom(inherited);
        passengerTable.CopyFrom(inheritedPassenger);
        system.Before.CopyTo(actual, 0);
        system.PassengerBefore.CopyTo(passenger, 0);
        for (var local = 0; local < system.Segments.Length; local++)
        {
            var segment = system.Segments[local];
            if (!record.IsCommitted(segment)) continue;
            WhatIf(local, record.Standards[segment], actual, passenger);
            table.Add(system.SegmentEdges[local][record.Standards[segment]]);
            passengerTable.Add(system.PassengerSegmentEdges[local][record.Standards[segment]]);
        }
    }

    /// <summary>Imagines one more segment.</summary>
    public void WhatIf(int local, int standard) => WhatIf(local, standard, imagined, imaginedPassenger);

    private void WhatIf(int local, int standard, int[] then, int[] passengerThen)
    {
        table.WhatIf(system.SegmentEdges[local][standard], system.Pairs.Pairs, actual, then);
        passengerTable.WhatIf(system.PassengerSegmentEdges[local][standard], system.Pairs.Pairs, passenger, passengerThen);
    }
}
