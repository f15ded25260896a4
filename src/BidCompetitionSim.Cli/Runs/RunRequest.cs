using System.CommandLine;
using BidCompetitionSim.Cli.Experiments;
using BidCompetitionSim.Cli.Scenarios;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Store;

namespace BidCompetitionSim.Cli.Runs;

/// <summary>A run to be played: everything checked.</summary>
internal sealed record RunRequest(Compiled Compiled, string Hash, Arm Arm, ulong Seed, uint Replication, int Explained)
{
    /// <summary>Where the scenario was found.</summary>
    public required string FoundAt { get; init; }

    /// <summary>What is stored of it; null for a run that no store has, or has not yet.</summary>
    public StoredRow? Stored { get; init; }

    public Scenario Scenario => Compiled.Scenario;

    /// <summary>Reads the request of a call.</summary>
    /// <exception cref="Refusal">The scenario has problems, or has no such arm or segment.</exception>
    public static RunRequest Of(Call call)
    {
        if (call.Parsed.GetValue(RunOptions.FromResult) is { } id) return ResultRun.Of(call, id);
        if (Array.Find<Option>([RunOptions.Point, ExperimentOptions.StoreNeeded], call.IsGiven) is { } idle) throw new Refusal($"{idle.Name}: found no --from-result beside it, expected the id of a stored experiment");
        var name = call.Parsed.GetValue(RunOptions.ScenarioOrNone) ?? throw new Refusal("bidsim run: found no scenario, expected a scenario file, the name of a scenario, or --from-result ID");
        var loaded = ScenarioOptions.Load(call, name).WithArrangements([call.Parsed.GetRequiredValue(RunOptions.Arm)]);
        call.Log.Information("Scenario {Name} found at {Place}", name, loaded.FoundAt);
        if (loaded.FoundAt != name) call.Remark($"{name}: {loaded.FoundAt}");
        var compiled = Compile(loaded);
        return new RunRequest(
            compiled, ResolvedScenario.Of(compiled.Scenario).Hash, ArmOf(call, compiled.Scenario), call.Parsed.GetValue(RunOptions.Seed),
            call.Parsed.GetValue(RunOptions.Replication), SegmentOf(call, compiled))
        {
            FoundAt = loaded.FoundAt,
        };
    }

    private static Compiled Compile(LoadedScenario loaded)
    {
        try
        {
            return new Compiled(loaded.Scenario!);
        }
        catch (ArgumentException e)
        {
            throw new Refusal($"{loaded.FoundAt}: {e.Message}");
        }
    }

    /// <summary>The arrangement that a call names.</summary>
    /// <exception cref="Refusal">There is none of that name.</exception>
    public static Arm ArmOf(Call call, Scenario scenario)
    {
        var name = call.Parsed.GetRequiredValue(RunOptions.Arm);
        return Array.Find(scenario.Arms, arm => arm.Id == name)
            ?? throw new Refusal($"--arm: found {name}, expected one of {string.Join(", ", scenario.Arms.Select(arm => arm.Id).Union(Arrangements.All))}");
    }

    public static int SegmentOf(Call call, Compiled compiled)
    {
        if (call.Parsed.GetValue(RunOptions.Explain) is not { } id) return -1;
        return compiled.SegmentOf(id) is >= 0 and var segment ? segment
            : throw new Refusal($"--explain: found {id}, expected a segment: {string.Join(", ", compiled.Scenario.Segments.Select(s => s.Id))}");
    }
}
