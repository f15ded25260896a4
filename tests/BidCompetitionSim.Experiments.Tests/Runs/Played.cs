using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Experiments.Runs.Recording;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Tests.Runs;

/// <summary>Runs of shipped scenarios, with the kernel that played them.</summary>
internal sealed record Played(RunResult Result, Kernel Kernel)
{
    public static Played Run(string scenario, string arm, ulong seed, string? explained = null) => Run(ScenarioFile.Load(scenario).Scenario!, arm, seed, explained);

    public static Played Run(Scenario scenario, string arm, ulong seed, string? explained = null)
    {
        var resolved = ResolvedScenario.Of(scenario);
        var compiled = new Compiled(resolved.Scenario);
        var arrangement = Arrangements.Named(arm, resolved.Scenario.Secretariat)!;
        var recorder = new RunRecorder(compiled, arrangement, explained is null ? -1 : compiled.SegmentOf(explained));
        var finished = DirectRun.Play(compiled, arrangement, new RunKey(resolved.Hash, seed, 0), recorder.Hear);
        return new Played(RunAssembly.Of(finished, recorder), finished.Kernel);
    }
}
