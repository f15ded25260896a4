using BidCompetitionSim.Model.Diplomacy;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>The diplomatic and institutional parts of cohesion on a record. Scratch of its owner.</summary>
public sealed class RecordParts
{
    private readonly Compiled compiled;
    private readonly int[] members;
    private readonly double[] ties;
    private readonly double[] populations;
    private (DiplomaticState? Of, int Version, double Mean) known;

    /// <summary>Prepares the parts of a scenario.</summary>
    public RecordParts(Compiled compiled)
    {
        this.compiled = compiled;
        members = [.. Enumerable.Range(0, compiled.States).Where(i => compiled.Scenario.States[i].Asean)];
        ties = new double[members.Length * compiled.Active.Length];
        populations = Array.ConvertAll(members, i => compiled.Scenario.States[i].PopulationMillion);
    }

    /// <summary>Diplomatic part over ASEAN's members; null if the scenario has none of them, or no sponsor.</summary>
    public double? Diplomatic(Record record) => ties.Length == 0 ? null : DiplomaticPart.Of(Ties(record), populations, MeanStateTie(record));

    /// <summary>Mean size of the difference between ties to two sponsors.</summary>
    public double? Dependence(Record record) => ties.Length == 0 ? null : DiplomaticPart.Dependence(Ties(record), members.Length);

    /// <summary>Institutional part: ½·J + ½·(1 − friction/base), or the second term alone where no junction is planned across a border.</summary>
    public static double Institutional(double? junctions, double friction) => junctions is { } share ? 0.5 * share + 0.5 * (1 - friction) : 1 - friction;

    private ReadOnlySpan<double> Ties(Record record)
    {
        var toSponsors = record.Diplomacy.ToSponsors;
        for (var i = 0; i < members.Length; i++)
            for (var k = 0; k < compiled.Active.Length; k++)
                ties[i * compiled.Active.Length + k] = toSponsors[members[i] * compiled.Sponsors + compiled.Active[k]];
        return ties;
    }

    // Every tender of a year asks for the same.
    private double MeanStateTie(Record record)
    {
        if (!ReferenceEquals(known.Of, record.Diplomacy) || known.Version != record.Diplomacy.StateTiesVersion)
            known = (record.Diplomacy, record.Diplomacy.StateTiesVersion, MeanStateTieNow(record));
        return known.Mean;
    }

    private double MeanStateTieNow(Record record)
    {
        double sum = 0;
        var pairs = 0;
        for (var i = 0; i < members.Length; i++)
            for (var j = i + 1; j < members.Length; j++, pairs++) sum += record.Diplomacy.ToState(members[i], members[j]);
        return pairs == 0 ? 0 : sum / pairs;
    }
}
