using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Csv;

/// <summary>A folder of tables: <c>rows.csv</c>, and <c>measures.csv</c>, which says what its measures mean.</summary>
public static class CsvFolder
{
    /// <summary>Exports a stored experiment. The folder is made if it is not there; files of these names are replaced.</summary>
    /// <returns>How many rows there were.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static long Write(ResultStore store, StoredExperiment experiment, string folder)
    {
        Directory.CreateDirectory(folder);
        WriteMeasures(experiment.Plan, Path.Combine(folder, "measures.csv"));
        using var sink = new CsvSink(experiment.Plan, Path.Combine(folder, "rows.csv"));
        var rows = store.Replay(experiment, [sink]);
        sink.Finish();
        return rows;
    }

    /// <summary>Writes what the measures mean: their columns, labels, units, what they are about, and which way is better.</summary>
    public static void WriteMeasures(PlanDocument plan, string path)
    {
        using var file = new NewFile(path);
        var csv = new CsvWriter(file.Stream);
        foreach (var column in (string[])["measure", "label", "unit", "family", "subject", "better", "resolution", "outcome"]) csv.Text(column);
        csv.EndLine();
        foreach (var measure in plan.Measures)
        {
            csv.Text(measure.Id).Text(measure.Label).Text(measure.Unit).Text(KebabCase.Of(measure.Family)).Text(measure.Subject);
            csv.Text(KebabCase.Of(measure.Direction)).Text(KebabCase.Of(measure.Resolution)).Number(plan.Outcomes.Contains(measure.Id) ? 1L : 0L).EndLine();
        }
        csv.Flush();
        file.Keep();
    }
}
