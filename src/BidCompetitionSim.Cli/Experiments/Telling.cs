using BidCompetitionSim.Experiments.Influence;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Reports.Experiments;
using BidCompetitionSim.Reports.Experiments.Text;
using BidCompetitionSim.Reports.Html;
using BidCompetitionSim.Reports.Scenarios;
using BidCompetitionSim.Reports.Text;
using BidCompetitionSim.Store;

namespace BidCompetitionSim.Cli.Experiments;

/// <summary>Tells what an experiment says: on standard output, in a report, by an exit code.</summary>
internal static class Telling
{
    /// <summary>Writes the document, or the text that is made from it.</summary>
    public static void Write(Call call, ExperimentResult result, Scenario scenario)
    {
        if (call.Form == OutputForm.Json) JsonOut.Write(call.Terminal.Out, ExperimentJson.Write(result));
        else ExperimentText.Write(result, new Page(call.Terminal.Out, call.Terminal.Width, call.Terminal.Colour), ReportContext.Of(scenario));
    }

    /// <summary>The report, one web page.</summary>
    public static string Report(Call call, ExperimentResult result, ExperimentRequest request)
    {
        var sitting = Sitting.Now(call.CommandLine);
        return ExperimentReport.Write(result, ReportContext.Of(request.Scenario) with
        {
            CommandLine = sitting.CommandLine, Packages = [.. sitting.Packages.Select(static one => new ReportPackage(one.Key, one.Value))], Influence = Influence(call, request),
        });
    }

    /// <summary>What the caller should know besides, and the exit code.</summary>
    public static int End(Call call, ExperimentResult result, string? store)
    {
        if (result.Failures is [var first, ..])
            call.Terminal.Error.WriteLine($"bidsim: {result.Failed:#,0} of {Figure.Count(result.Failed + result.Done, "row")} failed and {(result.Failed == 1 ? "is" : "are")} left out; the first is replication {first.Replication} of {first.Arm}: {first.Reason}");
        if (result.Status != "stopped") return result.Failed > 0 ? ExitCode.Failed : ExitCode.Done;
        call.Terminal.Error.WriteLine($"Stopped after {Figure.Count(result.Done + result.Failed, "row")}; what is told is of no more. " + (store is null
            ? "Nothing is stored: with --store FILE they would be kept, and --resume would go on behind them."
            : $"{store} keeps them: the same command with --resume goes on behind them."));
        return ExitCode.Stopped;
    }

    private static InfluenceReport? Influence(Call call, ExperimentRequest request)
    {
        if (call.Parsed.GetValue(ExperimentOptions.Influence) is not { } replications || call.Stop.IsCancellationRequested) return null;
        var arm = request.Plan.Arms[^1].Arrangement;
        call.Remark($"Ranking the assumed numbers under {arm}, {Figure.Count(replications, "replication")} at both ends of each range");
        var batch = new Batch(request.Plan.Seed, replications) { Threads = call.Parsed.GetValue(ExperimentOptions.Threads) };
        try
        {
            return InfluenceReport.Of(InfluenceRanking.Of(request.Plan.Scenario, arm, batch, cancellation: call.Stop));
        }
        catch (OperationCanceledException)
        {
            call.Remark("Stopped: the report goes without the ranking.");
            return null;
        }
    }
}
