using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Measuring;

/// <summary>What the positions in a row of a scenario stand for. Numbers that vary change none of it; whatever does is another experiment.</summary>
public sealed record RowLayout
{
    /// <summary>Measures, in the order of <see cref="Row.Values"/>.</summary>
    public required IReadOnlyList<Measure> Measures { get; init; }

    /// <summary>Segments by id, in the order of <see cref="Row.Winners"/>.</summary>
    public required IReadOnlyList<string> Segments { get; init; }

    /// <summary>Sponsors by id, as <see cref="Row.Winners"/> counts them.</summary>
    public required IReadOnlyList<string> Sponsors { get; init; }

    /// <summary>Places where planned lines meet, with the system if there are several, in the order of <see cref="Row.Clashes"/>.</summary>
    public required IReadOnlyList<string> Junctions { get; init; }

    /// <summary>States by id, as the scenario counts them.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>The layout of a scenario.</summary>
    public static RowLayout Of(Scenario scenario) => Of(new Compiled(scenario));

    /// <summary>The layout of a scenario.</summary>
    public static RowLayout Of(Compiled compiled)
    {
        var scenario = compiled.Scenario;
        return new RowLayout
        {
            Measures = [.. MeasuresOf(compiled)],
            Segments = [.. scenario.Segments.Select(static segment => segment.Id)],
            Sponsors = [.. scenario.Sponsors.Select(static sponsor => sponsor.Id)],
            States = [.. scenario.States.Select(static state => state.Id)],
            Junctions = [.. Crossing.AllOf(compiled).Select(crossing => Label(compiled, crossing))],
        };
    }

    /// <summary>A row of this layout.</summary>
    public Row NewRow() => new(Measures.Count, Segments.Count, Junctions.Count);

    /// <summary>Position of a measure; −1 if there is none of that id.</summary>
    public int IndexOf(string measure)
    {
        for (var k = 0; k < Measures.Count; k++)
            if (Measures[k].Id == measure) return k;
        return -1;
    }

    /// <summary>Whether rows of the other layout mean the same, but for the years that a horizon leaves.</summary>
    internal bool Fits(RowLayout other) => Segments.SequenceEqual(other.Segments) && Sponsors.SequenceEqual(other.Sponsors)
        && States.SequenceEqual(other.States) && Junctions.SequenceEqual(other.Junctions);

    private static IEnumerable<Measure> MeasuresOf(Compiled compiled)
    {
        foreach (var entry in Catalogue.Scores) yield return Of(entry, Family.Score);
        foreach (var entry in Catalogue.Parts)
            if (IsMeasured(compiled, entry.Name)) yield return Of(entry, Family.Part);
        foreach (var entry in Catalogue.Beside)
            if (IsMeasured(compiled, entry.Name)) yield return Of(entry, Family.Beside) with { Label = LabelOf(compiled, entry) };
        if (compiled.Trade is not null)
            foreach (var entry in Catalogue.Trade) yield return Of(entry, Family.Beside);
        foreach (var system in compiled.Systems)
            if (system.System.CostUnit.Length > 0)
                foreach (var entry in Catalogue.OfSystem)
                    yield return Of(entry, Family.Beside, system.System.Id, system.System.Name) with { Unit = system.System.CostUnit };
        var states = compiled.Scenario.States;
        for (var i = 0; i < states.Length; i++)
        {
            if (Array.Exists(compiled.Segments, segment => segment.Hosts.Contains(i)))
                foreach (var entry in Catalogue.OfHost) yield return Of(entry, Family.State, states[i].Id, states[i].Name);
            if (Array.Exists(compiled.Systems, system => system.Pairs.Touching(system.Scored, i).Length > 0))
                foreach (var entry in Catalogue.OfNeighbour) yield return Of(entry, Family.State, states[i].Id, states[i].Name);
            if (compiled.Trade is not null && Array.Exists(compiled.Systems, system => system.Pairs.Touching(system.Pairs.CrossBorder(), i).Length > 0))
                foreach (var entry in Catalogue.OfTrader) yield return Of(entry, Family.State, states[i].Id, states[i].Name);
        }
        foreach (var entry in Catalogue.OfYear.Where(entry => IsMeasured(compiled, entry.Name)))
            for (var year = 1; year <= compiled.Scenario.HorizonYears; year++) yield return Of(entry, Family.Year, $"year{year}", $"end of year {year}");
    }

    /// <summary>What no system of a scenario has is absent: a zero would be a finding.</summary>
    private static bool IsMeasured(Compiled compiled, string measure) =>
        (Array.IndexOf(Catalogue.OfTime, measure) < 0 || Array.Exists(compiled.Systems, static system => system.System.CostUnit.Length == 0))
        && (Array.IndexOf(Catalogue.OfPassengers, measure) < 0 || Array.Exists(compiled.Systems, static system => system.CarriesPassengers));

    private static string LabelOf<T>(Compiled compiled, in Entry<T> entry) =>
        entry.Name == "gapClosed" && compiled.Scenario.Scoring.Need is not null ? "Loans over what the region needs" : entry.Label;

    private static Measure Of<T>(in Entry<T> entry, Family family) =>
        new(entry.Name, entry.Label, entry.Unit, family, entry.Resolution, entry.Direction);

    private static Measure Of<T>(in Entry<T> entry, Family family, string subject, string name) =>
        new($"{entry.Name}@{subject}", $"{entry.Label}, {name}", entry.Unit, family, entry.Resolution, entry.Direction, subject);

    private static string Label(Compiled compiled, Crossing crossing)
    {
        var system = compiled.Systems[crossing.System];
        var place = system.Places[crossing.Place].Id;
        return compiled.Systems.Length > 1 ? $"{system.System.Id}/{place}" : place;
    }
}
