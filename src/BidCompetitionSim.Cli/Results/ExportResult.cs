using System.CommandLine;
using BidCompetitionSim.Cli.Experiments;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Store;
using BidCompetitionSim.Store.Csv;
using BidCompetitionSim.Store.Ema;

namespace BidCompetitionSim.Cli.Results;

/// <summary>bidsim results export: rows for other programs.</summary>
internal static class ExportResult
{
    private static readonly Option<string> Csv = new("--csv") { Description = "Write a table that pandas and R read without options: one line a replication and arm; - is standard output.", HelpName = "FILE.csv" };

    private static readonly Option<string> Ema = new("--ema") { Description = "Write what load_results of the EMA Workbench opens.", HelpName = "FILE.tar.gz" };

    public static Command Command(Terminal terminal) =>
        new Command("export", "Write the rows of a stored experiment for other programs.") { Stored.Id, Csv, Ema, ExperimentOptions.StoreNeeded }.Does(terminal, Run)
            .WithExamples("bidsim results export x3f2a --csv rows.csv", "bidsim results export x3f2a --ema results.tar.gz");

    private static int Run(Call call) => Stored.Read(call, store =>
    {
        var (csv, ema) = (call.Parsed.GetValue(Csv), call.Parsed.GetValue(Ema));
        if (csv is null && ema is null) throw new Refusal("bidsim results export: found no file to write, expected --csv FILE.csv or --ema FILE.tar.gz");
        var experiment = store.Find(call.Parsed.GetRequiredValue(Stored.Id));
        WriteCsv(call, store, experiment, csv);
        WriteEma(call, store, experiment, ema);
        return ExitCode.Done;
    });

    private static void WriteCsv(Call call, ResultStore store, StoredExperiment experiment, string? path)
    {
        if (path is not null && Writable.IsStandardOutput(path))
        {
            Print(call, store, experiment, path);
            return;
        }
        using var file = WholeFile.Open(call, Csv.Name, path, store.Path);
        if (file is null) return;
        var rows = Writable.ToTheEnd(Csv.Name, path!, () =>
        {
            using var sink = new CsvSink(experiment.Plan, file.Stream);
            var written = store.Replay(experiment, [sink]);
            sink.Finish();
            file.Keep();
            return written;
        });
        call.Remark($"{path}: {Figure.Count(rows, "row")}");
    }

    // As they come, not held back: there may be more of them than memory.
    private static void Print(Call call, ResultStore store, StoredExperiment experiment, string path)
    {
        if (call.Form == OutputForm.Json) throw new Refusal($"--csv: found {path}, expected a file: with --output json standard output carries one JSON document and nothing else");
        using var output = Console.OpenStandardOutput();
        using var sink = new CsvSink(experiment.Plan, output);
        store.Replay(experiment, [sink]);
        sink.Finish();
    }

    private static void WriteEma(Call call, ResultStore store, StoredExperiment experiment, string? path)
    {
        using var file = WholeFile.Open(call, Ema.Name, path, store.Path);
        if (file is null) return;
        var (rows, failed) = Writable.ToTheEnd(Ema.Name, path!, () =>
        {
            var written = EmaArchive.Write(store, experiment, file.Stream, file.Tables);
            file.Keep();
            return written;
        });
        call.Remark($"{path}: {Figure.Count(rows, "row")}" + (failed > 0 ? $"; {failed:#,0} that failed {(failed == 1 ? "is" : "are")} left out" : ""));
    }
}
