using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// What a segment in a standard would add to cohesion, in points, if it were committed now: the network parts on the committed network with
/// it and without it, ties as they are (docs/model.md §4.6). The network parts are kept by what is committed.
/// </summary>
internal sealed class CohesionOutlook
{
    private readonly Compiled compiled;
    private readonly RecordParts recordParts;
    private readonly CommittedParts[] systems;
    private readonly double[] systemWeights;
    private readonly CohesionSheet sheet;
    private readonly double[] changes;
    private readonly bool[] known;
    private readonly int[] foreseen; // standards, in the order of the sheet
    private double? diplomatic;
    private double without;
    private double frictions;
    private bool hasBase;
    private Record? record;
    private int epoch;
    private int segment = -1;

    public CohesionOutlook(Compiled compiled)
    {
        this.compiled = compiled;
        recordParts = new RecordParts(compiled);
        systems = Array.ConvertAll(compiled.Systems, system => new CommittedParts(compiled, system));
        systemWeights = new double[systems.Length];
        foreach (var planned in compiled.Segments) systemWeights[planned.System] += planned.CostUsdBn;
        var most = compiled.Systems.Length == 0 ? 0 : compiled.Systems.Max(system => system.StandardIds.Length);
        (changes, known, foreseen) = (new double[most], new bool[most], new int[most]);
        sheet = new CohesionSheet(Cohesion.WeightsOf(compiled.Scenario.Scoring), most + 1);
    }

    /// <summary>Forgets what depends on the ties of the moment.</summary>
    public void Forget()
    {
        hasBase = false;
        Array.Clear(known);
    }

    /// <summary>Change of cohesion with the viewed segment committed in a standard.</summary>
    public double Change(TenderView view, int standard)
    {
        // Whoever asks of one standard on offer will ask of all.
        if (!hasBase) Foresee(view, view.Outlook.OnOffer);
        if (!known[standard]) Foresee(view, [standard]);
        return changes[standard];
    }

    /// <summary>Finds the changes with some standards side by side.</summary>
    public void Foresee(TenderView view, ReadOnlySpan<int> standards)
    {
        sheet.Clear();
        var bare = hasBase ? 0 : 1;
        if (!hasBase)
        {
            LookAt(view.Record, view.Segment);
            sheet.Add(MeasureOf(systems[SystemOfSegment].Committed));
        }
        foreach (var standard in standards)
        {
            if (known[standard]) continue;
            known[standard] = true;
            foreseen[sheet.Count - bare] = standard;
            sheet.Add(MeasureOf(systems[SystemOfSegment].With(compiled.Segments[segment].Local, standard)));
        }
        var scores = sheet.Score();
        if (bare > 0) without = scores[0];
        for (var k = bare; k < scores.Length; k++) changes[foreseen[k - bare]] = scores[k] - without;
    }

    private int SystemOfSegment => compiled.Segments[segment].System;

    private void LookAt(Record record, int segment)
    {
        hasBase = true;
        if (!ReferenceEquals(this.record, record) || epoch != record.NetworkEpoch)
            foreach (var system in systems) system.Load(record);
        (this.record, epoch, this.segment) = (record, record.NetworkEpoch, segment);
        diplomatic = recordParts.Diplomatic(record);
        frictions = compiled.FrictionsOn(record.OpenedDays[segment]);
    }

    // The segment's own system as given, all others as committed.
    private CohesionMeasure MeasureOf(in NetworkMeasure own)
    {
        WeightedPart physical = default, people = default, equity = default;
        int scored = 0, working = 0;
        for (var k = 0; k < systems.Length; k++)
        {
            var measure = k == SystemOfSegment ? own : systems[k].Committed;
            physical.Add(measure.Physical, systemWeights[k]);
            people.Add(measure.PeopleToPeople, systemWeights[k]);
            equity.Add(measure.Equity, systemWeights[k]);
            scored += measure.Junctions.Scored;
            working += measure.Junctions.Working;
        }
        var institutional = RecordParts.Institutional(new JunctionTally(scored, working).Share, frictions);
        return new CohesionMeasure(physical.Mean, institutional, people.Mean, equity.Mean, diplomatic);
    }
}
