using System.CommandLine;
using BidCompetitionSim.Cli.Experiments;
using BidCompetitionSim.Cli.Scenarios;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Experiments.Runs.Recording;
using BidCompetitionSim.Reports.Runs;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Cli.Runs;

/// <summary>bidsim run: one seeded run of a scenario, told.</summary>
internal static class RunCommand
{
    public static Command Of(Terminal terminal) => new Command("run", "Run a scenario once and tell what happened: every tender, the scores, the map.")
    {
        RunOptions.ScenarioOrNone, RunOptions.Arm, RunOptions.Seed, RunOptions.Replication, RunOptions.Bus, RunOptions.Events, RunOptions.Explain,
        ScenarioOptions.Set, ScenarioOptions.Folder, RunOptions.FromResult, RunOptions.Point, ExperimentOptions.StoreNeeded,
    }.Does(terminal, Run).WithExamples(
        "bidsim run skrl",
        "bidsim run skrl --arm asean-led --seed 7 --output json > run.json",
        "bidsim run skrl --explain vientiane-nong-khai",
        "bidsim run skrl --arm asean-led --set secretariat.strength=0.8",
        "bidsim run skrl --events events.jsonl",
        "bidsim run --from-result x3f2a --arm asean-led --replication 17");

    private static int Run(Call call)
    {
        var bus = Carriers.Start(call);
        var request = RunRequest.Of(call);
        call.Log.Information("Run {Scenario} {Hash}, arm {Arm}", request.Scenario.Id, request.Hash, request.Arm.Id);
        using var events = EventFile.Open(call, call.Parsed.GetValue(RunOptions.Events), request.FoundAt);
        var recorder = new RunRecorder(request.Compiled, request.Arm, request.Explained);
        using var progress = new Progress(call, request, recorder);
        var finished = Carriers.Play(request, call, bus, entry =>
        {
            call.Stop.ThrowIfCancellationRequested();
            recorder.Hear(entry);
            events?.Write(entry);
            progress.Show(entry.Day);
        });
        events?.Keep();
        progress.Clear();
        var result = RunAssembly.Of(finished, recorder);
        // No agent may read the seed while it plays, from a log either.
        call.Log.Information("Done: seed {Seed}, replication {Replication}, digest {Digest}", request.Seed, request.Replication, result.Digest);
        if (request.Explained >= 0 && result.Explanations.Length == 0)
            call.Remark($"--explain: {result.Segments[request.Explained].Name}: no offer ever came before its host, so there is no choice to explain.");
        Write(call, result);
        return call.IsGiven(RunOptions.FromResult) ? ResultRun.Compare(call, request.Stored, finished.Outcome.Fingerprint()) : ExitCode.Done;
    }

    private static void Write(Call call, RunResult result)
    {
        if (call.Form == OutputForm.Json) JsonOut.Write(call.Terminal.Out, RunJson.Write(result));
        else RunText.Write(result, new Page(call.Terminal.Out, call.Terminal.Width, call.Terminal.Colour));
    }
}
