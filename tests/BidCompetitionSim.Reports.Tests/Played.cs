using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Reports.Runs;
using BidCompetitionSim.Reports.Runs.Recording;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Reports.Tests;

/// <summary>Runs of shipped scenarios, with the kernel that played them.</summary>
internal sealed record Played(RunResult Result, Kernel Kernel)
{
    public static Played Run(string scenario, string arm, ulong seed, string? explained = null)
    {
        var resolved = ResolvedScenario.Of(ScenarioFile.Load(scenario).Scenario!);
        var compiled = new Compiled(resolved.Scenario);
        var arrangement = Arrangements.Named(arm, resolved.Scenario.Secretariat)!;
        var recorder = new RunRecorder(compiled, arrangement, explained is null ? -1 : compiled.SegmentOf(explained));
        using var journal = new Journal(compiled, arrangement, new RunKey(resolved.Hash, seed, 0), recorder.Hear);
        var replication = new Replication(compiled, arrangement);
        replication.Run(seed, 0, journal);
        var words = new Translation(compiled);
        var beliefs = Enumerable.Range(0, compiled.Sponsors).Select(k => words.Disclose(replication.MindOf(k), replication.Kernel.Record.Day));
        var finished = new FinishedRun(
            resolved.Scenario.Title, resolved.Hash, replication.Kernel, replication.Outcome, journal.Close(), journal.CountsByType, [.. beliefs]);
        return new Played(RunAssembly.Of(finished, recorder), replication.Kernel);
    }
}
