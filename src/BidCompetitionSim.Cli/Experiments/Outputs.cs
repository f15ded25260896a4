using System.Text;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Running;

namespace BidCompetitionSim.Cli.Experiments;

/// <summary>
/// Everything besides standard output that an experiment writes: a store, a file of rows, a report. All are opened before any work, so that nobody
/// waits for an hour to hear that one cannot be written.
/// </summary>
internal sealed class Outputs : IDisposable
{
    private readonly StoreOutput? _store;
    private readonly RowFile? _csv;
    private readonly WholeFile? _report;

    private Outputs(StoreOutput? store, RowFile? csv, WholeFile? report) => (_store, _csv, _report) = (store, csv, report);

    /// <summary>Opens what the call names.</summary>
    /// <exception cref="Refusal">Something cannot be written.</exception>
    public static Outputs Open(Call call, ExperimentRequest request)
    {
        CheckApart(call, request.Store);
        WholeFile? report = null;
        RowFile? csv = null;
        try
        {
            report = WholeFile.Open(call, "--report", call.Parsed.GetValue(ExperimentOptions.Report), request.ReadFrom);
            csv = RowFile.Open(call, call.Parsed.GetValue(ExperimentOptions.Csv), request);
            return new Outputs(StoreOutput.Open(call, request), csv, report);
        }
        catch
        {
            report?.Dispose();
            csv?.Dispose();
            throw;
        }
    }

    /// <summary>Who takes rows that are played: the store first, so that nothing is told that it does not hold.</summary>
    public IEnumerable<IRowSink> Sinks() => [.. _store is null ? Array.Empty<IRowSink>() : [_store.Sink], .. Files()];

    /// <summary>Hands the rows of earlier sittings to the fold and the files.</summary>
    public void Replay(SummaryFold fold) => _store?.Replay(fold, [.. Files()]);

    /// <summary>Puts everything in its place.</summary>
    public void Keep(ExperimentResult result, Func<string> report)
    {
        _store?.Keep(result);
        _csv?.Keep();
        if (_report is null) return;
        var page = Encoding.UTF8.GetBytes(report());
        Writable.ToTheEnd("--report", _report.Path, () =>
        {
            _report.Stream.Write(page);
            _report.Keep();
            return page.Length;
        });
    }

    public void Dispose()
    {
        _store?.Dispose();
        _csv?.Dispose();
        _report?.Dispose();
    }

    private static void CheckApart(Call call, string? store)
    {
        (string Option, string? Path)[] files =
        [
            ("--log", call.Parsed.GetValue(GlobalOptions.Log)), ("--store", store), ("--csv", call.Parsed.GetValue(ExperimentOptions.Csv)), ("--report", call.Parsed.GetValue(ExperimentOptions.Report)),
        ];
        for (var k = 1; k < files.Length; k++)
            if (files[k].Path is { Length: > 0 } path && Array.Find(files[..k], file => file.Path is { Length: > 0 } other && Writable.Target(other) == Writable.Target(path)) is { Option: { } option })
                throw new Refusal($"{files[k].Option}: found {path}, which {option} names, too, expected another file");
    }

    private IEnumerable<IRowSink> Files() => _csv is null ? [] : [_csv];
}
