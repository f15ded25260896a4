using System.CommandLine;
using BidCompetitionSim.Cli.Experiments;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Scenarios.Reading;
using BidCompetitionSim.Store.Bundles;

namespace BidCompetitionSim.Cli.Results;

/// <summary>bidsim verify: plays a bundle again and compares every row.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string> File = new("BUNDLE") { Description = "A file that bidsim results bundle wrote." };

    private static readonly Option<int?> Replications = Number.WholeIfAny(
        "--replications", "Play only so many replications, the first ones and those that are begun with them, instead of all.", 1, int.MaxValue);

    public static Command Of(Terminal terminal) =>
        new Command("verify", "Play a bundle again and compare every row with it, to the last bit.") { File, Replications, ExperimentOptions.Threads }.Does(terminal, Run)
            .WithExamples("bidsim verify paper.zip", "bidsim verify paper.zip --replications 100");

    private static int Run(Call call)
    {
        var path = call.Parsed.GetRequiredValue(File);
        using var bundle = Open(path);
        using var comparison = new RowComparison(bundle);
        var whole = Play(call, bundle, comparison);
        if (whole) comparison.Finish();
        if (!whole && call.Stop.IsCancellationRequested) call.Terminal.Error.WriteLine("Stopped: what is told is of the rows that were played.");
        var verification = Verification.Of(bundle, comparison, whole);
        if (call.Form == OutputForm.Json) JsonOut.Write(call.Terminal.Out, verification, ResultJson.Default.Verification);
        else call.Terminal.Out.WriteLine(verification.Text(path));
        return !verification.Same ? ExitCode.Failed : !whole && call.Stop.IsCancellationRequested ? ExitCode.Stopped : ExitCode.Done;
    }

    /// <summary>Whether all of it was played.</summary>
    private static bool Play(Call call, Bundle bundle, RowComparison comparison)
    {
        var plan = bundle.Plan with { Precision = null };
        var enough = (long)(call.Parsed.GetValue(Replications) ?? int.MaxValue) * plan.Arms.Count;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(call.Stop);
        using var progress = new ExperimentProgress(call, () => "");
        var options = new RunnerOptions
        {
            Threads = call.Parsed.GetValue(ExperimentOptions.Threads), Cancellation = stop.Token,
            Progress = at =>
            {
                progress.Show(at, before: 0);
                if (at.Rows >= enough) stop.Cancel();
            },
        };
        return new ExperimentRunner().Run(plan, options, [comparison]).IsWhole;
    }

    private static Bundle Open(string path)
    {
        if (path.Length == 0) throw new Refusal("BUNDLE: found no path, expected the path of a bundle");
        if (Directory.Exists(path)) throw new Refusal($"{path}: found a folder, expected a bundle, a file that bidsim results bundle wrote");
        try
        {
            return Bundle.Open(path);
        }
        catch (BundleException e)
        {
            throw new Refusal(e.Problems.Select(problem => $"{path}: {problem}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"{path}: found no file that can be read, expected a bundle: {Obstacle.Of(e)}");
        }
    }
}
