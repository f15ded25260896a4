using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Experiments.Running;

/// <summary>
/// Plays until a difference is known well enough (Stein 1945): a first stage of one block, whose variance alone says how many replications there are;
/// the figures are not looked at again, so that no chance of the moment decides when to stop.
/// </summary>
public static class TwoStageRun
{
    /// <summary>Plays a plan with a wanted precision, or what is left of it; any other plan as <see cref="ExperimentRunner.Run"/> does.</summary>
    /// <param name="runner">Who plays.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="options">How; <see cref="RunnerOptions.From"/> is how many replications the fold has taken already.</param>
    /// <param name="fold">Sums the rows and says how many are needed.</param>
    /// <param name="others">Who else takes the rows.</param>
    public static RunProgress RunToPrecision(
        this ExperimentRunner runner, ExperimentPlan plan, RunnerOptions options, SummaryFold fold, IReadOnlyList<IRowSink> others)
    {
        IReadOnlyList<IRowSink> sinks = [fold, .. others];
        if (plan.Precision is null) return runner.Run(plan, options, sinks);
        var first = new RunProgress();
        if (fold.Stopping is null)
        {
            first = runner.Run(plan with { Replications = PointFold.Block }, options, sinks);
            if (!first.IsWhole) return first;
        }
        var whole = plan with { Replications = (int)fold.Stopping!.Needed };
        var tell = options.Progress;
        var second = runner.Run(whole, options with { From = fold.Replications, Progress = tell is null ? null : progress => tell(Sum(first, progress)) }, sinks);
        return Sum(first, second);
    }

    private static RunProgress Sum(in RunProgress first, in RunProgress second) =>
        new(first.Rows + second.Rows, first.Total + second.Total, first.Failed + second.Failed, first.Elapsed + second.Elapsed);
}
