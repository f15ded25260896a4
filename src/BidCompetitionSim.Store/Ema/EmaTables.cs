using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Store.Csv;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Ema;

/// <summary>Writes rows as the EMA Workbench lays them out: a table of what was tried, and a file for every outcome with a number for each line of that table.</summary>
internal sealed class EmaTables : IRowSink, IDisposable
{
    private static readonly byte[] MissingNumber = "\"\""u8.ToArray();

    private readonly PlanDocument _plan;
    private readonly List<FileStream> _files = [];
    private readonly CsvWriter _experiments;
    private readonly CsvWriter[] _outcomes;

    /// <summary>Writes into a folder that is there.</summary>
    public EmaTables(PlanDocument plan, string folder)
    {
        _plan = plan;
        var factors = EmaNames.Of([.. plan.Factors.Select(static factor => factor.Name), .. Added]);
        Metadata = new EmaMetadata
        {
            Version = 0.1,
            Outcomes = [.. EmaNames.Of(plan.Measures.Select(static measure => measure.Id)).Select(static name => new[] { "ScalarOutcome", name, $"{name}.csv" })],
            Experiments = factors.Select((name, i) => KeyValuePair.Create(name, i < plan.Factors.Count ? "float64" : TypeOf(Added[i - plan.Factors.Count]))).ToList(),
        };
        _experiments = Begin(folder, "experiments.csv");
        _outcomes = [.. Metadata.Outcomes.Select(outcome => Begin(folder, outcome[2]))];
        foreach (var name in factors) _experiments.Text(name);
        _experiments.EndLine();
    }

    public EmaMetadata Metadata { get; }

    /// <summary>Rows that failed and were left out: the workbench has no word for them.</summary>
    public long Failed { get; private set; }

    // The last three are the workbench's own; a scenario is what all policies are tried on: a replication at a design point.
    private static string[] Added { get; } = ["point", "replication", "scenario", "policy", "model"];

    public void Take(ReadOnlySpan<Row> rows)
    {
        foreach (var row in rows)
            if (row.Failure is null) Write(row);
            else Failed++;
    }

    public void Finish()
    {
        _experiments.Flush();
        foreach (var outcome in _outcomes) outcome.Flush();
        Dispose();
    }

    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }

    private static string TypeOf(string added) => added is "point" or "replication" ? "int64" : "object";

    private CsvWriter Begin(string folder, string name)
    {
        _files.Add(new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write));
        return new CsvWriter(_files[^1]);
    }

    private void Write(Row row)
    {
        foreach (var value in _plan.Points[row.Point].Values) _experiments.Number(value);
        _experiments.Number((long)row.Point).Number((long)row.Replication).Text($"p{row.Point}r{row.Replication}");
        _experiments.Text(_plan.Arms[row.Arm].Id).Text(_plan.Scenario).EndLine();
        for (var i = 0; i < _outcomes.Length; i++)
        {
            // An empty line would be skipped when it is read, and every later number would move up one row.
            if (double.IsNaN(row.Values[i])) _outcomes[i].Raw(MissingNumber);
            else _outcomes[i].Number(row.Values[i]);
            _outcomes[i].EndLine();
        }
    }
}
