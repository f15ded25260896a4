using BidCompetitionSim.Experiments.Runs.Recording;
using BidCompetitionSim.Messaging.Hosting;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using Serilog.Extensions.Logging;

namespace BidCompetitionSim.Cli.Runs;

/// <summary>The ways to carry a run. All of them give the same result, to the bit.</summary>
internal static class Carriers
{
    public static FinishedRun Play(RunRequest request, Call call, Action<JournalEntry> observer) =>
        call.Parsed.GetValue(RunOptions.Bus) == "direct" ? DirectRun.Play(request.Compiled, request.Arm, KeyOf(request), observer) : InMemory(request, call, observer).GetAwaiter().GetResult();

    private static async Task<FinishedRun> InMemory(RunRequest request, Call call, Action<JournalEntry> observer)
    {
        using var logs = new SerilogLoggerFactory(call.Log);
        await using var bus = await BusCarrier.StartAsync(request.Compiled, request.Hash, new BusOptions { Logs = logs }, call.Stop);
        var run = await bus.RunAsync(request.Arm, request.Seed, request.Replication, observer, call.Stop);
        return new FinishedRun(
            request.Scenario.Title, request.Hash, run.Kernel, new Scorer(request.Compiled).Score(run.Kernel), run.EventsDigest, run.CountsByType, run.Beliefs);
    }

    private static RunKey KeyOf(RunRequest request) => new(request.Hash, request.Seed, request.Replication);
}
