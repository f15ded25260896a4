using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Running;

namespace BidCompetitionSim.Cli.Experiments;

/// <summary>Plays what is left of an experiment into everything that takes its rows, and tells what it says.</summary>
internal static class Playing
{
    public static int Of(Call call, ExperimentRequest request)
    {
        using var outputs = Outputs.Open(call, request);
        var fold = new SummaryFold(request.Plan);
        outputs.Replay(fold);
        var played = Play(call, request, outputs, fold);
        if (fold.Replications == 0) throw new OperationCanceledException();
        var result = fold.Result(played.Rows > 0 ? played.RowsPerSecond : null);
        Telling.Write(call, result, request.Scenario);
        outputs.Keep(result, () => Telling.Report(call, result, request));
        return Telling.End(call, result, request.Store);
    }

    private static RunProgress Play(Call call, ExperimentRequest request, Outputs outputs, SummaryFold fold)
    {
        using var progress = new ExperimentProgress(call, () => Interim(fold));
        var before = fold.Replications * request.Plan.Arms.Count;
        var options = new RunnerOptions
        {
            Threads = call.Parsed.GetValue(ExperimentOptions.Threads), From = fold.Replications, Cancellation = call.Stop, Progress = at => progress.Show(at, before),
        };
        return new ExperimentRunner().RunToPrecision(request.Plan, options, fold, [.. outputs.Sinks()]);
    }

    private static string Interim(SummaryFold fold)
    {
        if (fold.Interim() is not var (measure, from, _, difference)) return "";
        var (low, high) = difference.Interval();
        return $"{measure} {difference.Value:+0.00;-0.00} [{low:+0.00;-0.00}, {high:+0.00;-0.00}] against {from}";
    }
}
