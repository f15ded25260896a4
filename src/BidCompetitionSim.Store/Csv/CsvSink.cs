using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Csv;

/// <summary>
/// Writes rows as a tidy table, one line each: experiment, point, factors, arm, replication, seed, status, reason, measures, who won each segment
/// (a sponsor, or "nobody"), whether each junction clashes (1 or 0). A row that failed has its reason and nothing after it.
/// </summary>
public sealed class CsvSink : IRowSink, IDisposable
{

    private readonly PlanDocument _plan;
    private readonly bool _withFingerprints;
    private readonly NewFile? _file;
    private readonly CsvWriter _csv;
    private readonly byte[][] _sponsors;

    /// <summary>What stands for a winner where there is none.</summary>
    internal static ReadOnlySpan<byte> Nobody => "nobody"u8;

    /// <summary>Writes to a file, which takes its name when <see cref="Finish"/> is called: half a table never lies where a whole one is looked for.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public CsvSink(PlanDocument plan, string path) : this(plan, new NewFile(path)) { }

    /// <summary>Writes to a stream as it goes, such as standard output.</summary>
    public CsvSink(PlanDocument plan, Stream stream) : this(plan, stream, withFingerprints: false) { }

    internal CsvSink(PlanDocument plan, Stream stream, bool withFingerprints)
    {
        (_plan, _withFingerprints, _csv) = (plan, withFingerprints, new CsvWriter(stream));
        _sponsors = [.. plan.Sponsors.Select(CsvWriter.Cell)];
        foreach (var column in CsvColumns.Of(plan, withFingerprints)) _csv.Text(column);
        _csv.EndLine();
    }

    private CsvSink(PlanDocument plan, NewFile file) : this(plan, file.Stream, withFingerprints: false) => _file = file;

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<Row> rows)
    {
        foreach (var row in rows) Write(row);
    }

    /// <summary>Writes what is still held back, and gives a file its name. Without this call no file is left.</summary>
    public void Finish()
    {
        _csv.Flush();
        _file?.Keep();
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void Write(Row row)
    {
        _csv.Text(_plan.Experiment).Number((long)row.Point);
        foreach (var value in _plan.Points[row.Point].Values) _csv.Number(value);
        _csv.Text(_plan.Arms[row.Arm].Id).Number((long)row.Replication).Number(_plan.Seed);
        _csv.Raw(row.Failure is null ? "done"u8 : "failed"u8).Foreign(row.Failure);
        if (_withFingerprints) _csv.Text(row.Fingerprint.ToString("x16")).Number((long)row.Redraws);
        foreach (var value in row.Values) _csv.Number(value);
        if (row.Failure is null) WriteOutcome(row);
        else for (var i = row.Winners.Length + row.Clashes.Length; i > 0; i--) _csv.Missing();
        _csv.EndLine();
    }

    private void WriteOutcome(Row row)
    {
        foreach (var winner in row.Winners)
            _csv.Raw(winner < 0 ? Nobody : _sponsors[winner]);
        foreach (var clash in row.Clashes) _csv.Raw(clash ? "1"u8 : "0"u8);
    }
}
