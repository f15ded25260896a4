using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Store.Csv;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Cli.Experiments;

/// <summary>The file of rows that --csv names.</summary>
internal sealed class RowFile : IRowSink, IDisposable
{
    private readonly WholeFile _file;
    private readonly CsvSink _csv;

    private RowFile(WholeFile file, PlanDocument plan)
    {
        _file = file;
        _csv = new CsvSink(plan, file.Stream);
    }

    /// <summary>Opens it; null for none.</summary>
    /// <exception cref="Refusal">It cannot be written.</exception>
    public static RowFile? Open(Call call, string? path, ExperimentRequest request) =>
        WholeFile.Open(call, ExperimentOptions.Csv.Name, path, request.ReadFrom) is { } file ? new RowFile(file, request.Document) : null;

    public void Take(ReadOnlySpan<Row> rows)
    {
        try
        {
            _csv.Take(rows);
        }
        catch (Exception e) when (Writable.IsObstacle(e))
        {
            throw Writable.Broken(ExperimentOptions.Csv.Name, _file.Path, e);
        }
    }

    /// <summary>Puts the file in its place.</summary>
    public void Keep()
    {
        Writable.ToTheEnd(ExperimentOptions.Csv.Name, _file.Path, () =>
        {
            _csv.Finish();
            _file.Keep();
            return true;
        });
    }

    public void Dispose()
    {
        _csv.Dispose();
        _file.Dispose();
    }
}
