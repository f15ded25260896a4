using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// What a segment in a standard would add to cohesion, in points, if it were committed now: the network parts on the committed network with
/// it and without it, ties as they are (docs/model.md §4.6).
/// </summary>
internal sealed class CohesionOutlook
{
    private readonly Compiled compiled;
    private readonly NetworkParts parts;
    private readonly RecordParts recordParts;
    private readonly CommittedNetwork[] networks;
    private readonly int[][] standards;
    private readonly double[] changes;
    private readonly bool[] known;
    private readonly CohesionParts weights;
    private double without;
    private bool hasBase;

    public CohesionOutlook(Compiled compiled)
    {
        this.compiled = compiled;
        parts = new NetworkParts(compiled);
        recordParts = new RecordParts(compiled);
        weights = Cohesion.WeightsOf(compiled.Scenario.Scoring);
        networks = Array.ConvertAll(compiled.Systems, system => new CommittedNetwork(system));
        standards = Array.ConvertAll(compiled.Systems, system => new int[system.Segments.Length]);
        var most = compiled.Systems.Length == 0 ? 0 : compiled.Systems.Max(system => system.StandardIds.Length);
        changes = new double[most];
        known = new bool[most];
    }

    /// <summary>Forgets what it knew of an earlier tender.</summary>
    public void Forget()
    {
        hasBase = false;
        Array.Clear(known);
    }

    /// <summary>Change of cohesion with the viewed segment committed in a standard.</summary>
    public double Change(TenderView view, int standard)
    {
        if (known[standard]) return changes[standard];
        known[standard] = true;
        if (!hasBase) without = Base(view.Record);
        var segment = compiled.Segments[view.Segment];
        var local = standards[segment.System];
        local[segment.Local] = standard;
        var network = networks[segment.System];
        network.WhatIf(segment.Local, standard);
        changes[standard] = Score(view.Record, segment.System) - without;
        local[segment.Local] = JunctionMap.NotBuilt;
        return changes[standard];
    }

    private double Base(Record record)
    {
        hasBase = true;
        for (var system = 0; system < networks.Length; system++)
        {
            networks[system].Load(record);
            for (var local = 0; local < standards[system].Length; local++)
            {
                var segment = compiled.Systems[system].Segments[local];
                standards[system][local] = record.IsCommitted(segment) ? record.Standards[segment] : JunctionMap.NotBuilt;
            }
        }
        return Score(record, -1);
    }

    // Costs of the imagined system are read as imagined, of all others as committed.
    private double Score(Record record, int imagined)
    {
        var physical = new WeightedPart();
        var people = new WeightedPart();
        var equity = new WeightedPart();
        var tally = new JunctionTally(0, 0);
        for (var system = 0; system < networks.Length; system++)
        {
            var actual = system == imagined ? networks[system].Imagined : networks[system].Actual;
            var passenger = system == imagined ? networks[system].ImaginedPassenger : networks[system].Passenger;
            var weight = parts.WeightOf(system);
            physical.Add(parts.Physical(system, actual), weight);
            people.Add(parts.People(system, passenger), weight);
            equity.Add(parts.Equity(system, actual), weight);
            var own = compiled.Systems[system].Junctions.Tally(standards[system]);
            tally = new JunctionTally(tally.Scored + own.Scored, tally.Working + own.Working);
        }
        var institutional = RecordParts.Institutional(tally.Share, compiled.Frictions);
        return new CohesionMeasure(physical.Mean, institutional, people.Mean, equity.Mean, recordParts.Diplomatic(record)).Score(weights) ?? 0;
    }
}
