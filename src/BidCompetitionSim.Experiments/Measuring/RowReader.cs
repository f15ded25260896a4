using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Measuring;

/// <summary>Reads runs that are over into rows of one layout. Made once for a layout, used by all threads; reading allocates nothing.</summary>
public sealed class RowReader
{
    private readonly Entry<Outcome>[] _whole;
    private readonly string[] _systems;
    private readonly (int State, Func<StateOutcome, double?> Read)[] _states;
    private readonly (int Year, Func<(Breakdown, int), double?> Read)[] _years;

    /// <summary>A reader for a layout.</summary>
    public RowReader(RowLayout layout)
    {
        _whole = [.. Catalogue.Scores.Concat(Catalogue.Parts).Concat(Catalogue.Beside).Concat(Catalogue.Trade).Where(entry => layout.IndexOf(entry.Name) >= 0)];
        _systems = [.. layout.Measures.Where(static measure => measure is { Family: Family.Beside, Subject: not null }).Select(static measure => measure.Subject!)];
        Entry<StateOutcome>[] states = [.. Catalogue.OfHost, .. Catalogue.OfNeighbour, .. Catalogue.OfTrader];
        _states = [.. layout.Measures.Where(static measure => measure.Family == Family.State)
            .Select(measure => (layout.States.ToList().IndexOf(measure.Subject!), Array.Find(states, entry => measure.Id == $"{entry.Name}@{measure.Subject}").Read))];
        _years = [.. layout.Measures.Where(static measure => measure.Family == Family.Year)
            .Select(measure => (int.Parse(measure.Subject!["year".Length..]), Array.Find(Catalogue.OfYear, entry => measure.Id == $"{entry.Name}@{measure.Subject}").Read))];
    }

    /// <summary>Fills a row's fingerprint, values, winners and clashes from the last run of a carrier.</summary>
    public void Read(Replication run, Row row)
    {
        row.Failure = null;
        row.Fingerprint = run.Outcome.Fingerprint();
        var at = 0;
        foreach (ref readonly var entry in _whole.AsSpan()) row.Values[at++] = Written(entry.Read(run.Outcome));
        foreach (var system in _systems)
            foreach (ref readonly var entry in Catalogue.OfSystem.AsSpan()) row.Values[at++] = Written(entry.Read((run.Outcome.Breakdown, IndexOf(run, system))));
        foreach (var (state, read) in _states) row.Values[at++] = Written(read(run.Outcome.Breakdown.States[state]));
        foreach (var (year, read) in _years) row.Values[at++] = Written(read((run.Outcome.Breakdown, year)));
        run.Outcome.Breakdown.Clashes.CopyTo(row.Clashes, 0);
        var record = run.Kernel.Record;
        for (var s = 0; s < row.Winners.Length; s++) row.Winners[s] = record.Status[s] == Status.Cancelled ? -1 : record.Winners[s];
    }

    private static int IndexOf(Replication run, string system)
    {
        var systems = run.Kernel.Compiled.Systems;
        for (var k = 0; k < systems.Length; k++)
            if (systems[k].System.Id == system) return k;
        return -1;
    }

    // −0 is 0.
    private static double Written(double? value) => value is { } number ? number + 0.0 : double.NaN;
}
