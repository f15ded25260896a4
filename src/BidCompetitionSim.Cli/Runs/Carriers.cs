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
    /// <summary>Starts the bus of a call that wants one. The scenario is read meanwhile: either takes the runtime half a second.</summary>
    /// <returns>The bus, when it has started; null if the run is played without one.</returns>
    public static Task<StartedBus>? Start(Call call) =>
        call.Parsed.GetValue(RunOptions.Bus) == "direct" ? null : Task.Run(() => StartedBus.StartAsync(new SerilogLoggerFactory(call.Log), call.Stop));

    /// <summary>Plays a run to its end.</summary>
    public static FinishedRun Play(RunRequest request, Call call, Task<StartedBus>? bus, Action<JournalEntry> observer) =>
        bus is null ? DirectRun.Play(request.Compiled, request.Arm, KeyOf(request), observer) : InMemory(request, call, bus, observer).GetAwaiter().GetResult();

    private static async Task<FinishedRun> InMemory(RunRequest request, Call call, Task<StartedBus> bus, Action<JournalEntry> observer)
    {
        using var logs = new SerilogLoggerFactory(call.Log);
        await using var carrier = await BusCarrier.StartAsync(await bus, request.Compiled, request.Hash, new BusOptions { Logs = logs }, call.Stop);
        var run = await carrier.RunAsync(request.Arm, request.Seed, request.Replication, observer, call.Stop);
        return new FinishedRun(
            request.Scenario.Title, request.Hash, run.Kernel, new Scorer(request.Compiled).Score(run.Kernel), run.EventsDigest, run.CountsByType, run.Beliefs);
    }

    private static RunKey KeyOf(RunRequest request) => new(request.Hash, request.Seed, request.Replication);
}
