using System.CommandLine;
using BidCompetitionSim.Cli.Experiments;
using BidCompetitionSim.Cli.Results;
using BidCompetitionSim.Cli.Scenarios;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Store;

namespace BidCompetitionSim.Cli.Runs;

/// <summary>A run that is one replication of a stored experiment: its scenario, point, arm and seed come from the store.</summary>
internal static class ResultRun
{
    private static readonly Option[] Decided = [RunOptions.Seed, ScenarioOptions.Set, ScenarioOptions.Folder];

    /// <summary>Reads the request of a call.</summary>
    /// <exception cref="Refusal">The store has no such replication.</exception>
    public static RunRequest Of(Call call, string id)
    {
        if (call.Parsed.GetValue(RunOptions.ScenarioOrNone) is { } scenario) throw new Refusal($"--from-result: found the scenario {scenario} beside it, expected none: the stored experiment has its own");
        if (Array.Find(Decided, call.IsGiven) is { } decided) throw new Refusal($"{decided.Name}: found beside --from-result, expected one of the two: the stored experiment decides it");
        return Stored.Read(call, store => Of(call, store, store.Find(id)));
    }

    private static RunRequest Of(Call call, ResultStore store, StoredExperiment experiment)
    {
        var plan = Stored.PlanOf(store, experiment);
        var (point, replication, arm) = (call.Parsed.GetValue(RunOptions.Point), call.Parsed.GetValue(RunOptions.Replication), ArmOf(call, experiment));
        if (point >= plan.Points.Count) throw new Refusal($"--point: found {point}, expected a number below {plan.Points.Count}");
        if (replication >= plan.Replications) throw new Refusal($"--replication: found {replication}, expected a number below {plan.Replications}");
        call.Remark($"Replication {replication} of {plan.Arms[arm].Id}, point {point}, of experiment {experiment.Plan.Experiment} in {store.Path}");
        var run = Run(() => PlannedRun.Of(plan, point, arm, replication));
        return new RunRequest(run.Compiled, ResolvedScenario.Of(run.Compiled.Scenario).Hash, run.Arm, plan.Seed, replication, RunRequest.SegmentOf(call, run.Compiled))
        {
            FoundAt = store.Path, Stored = store.Row(experiment, point, replication, arm),
        };
    }

    /// <summary>Holds what was played against what is stored, and tells it; returns the exit code.</summary>
    public static int Compare(Call call, StoredRow? stored, ulong played)
    {
        if (stored is null) call.Remark("This row is not stored yet: there is nothing to compare the run with.");
        else if (stored is { Failure: { } failure }) return Differs(call, $"this run came to its end, the stored row failed: {failure}");
        else if (stored.Value.Fingerprint != played) return Differs(call, $"this run is not the stored one: its outcome has the fingerprint {played:x16}, the stored row {stored.Value.Fingerprint:x16}");
        else call.Remark("Its outcome is the stored one, to the last bit.");
        return ExitCode.Done;
    }

    private static int Differs(Call call, string how)
    {
        call.Terminal.Error.WriteLine($"bidsim: {how}. Program, machine or store have changed since; bidsim results show tells which program stored it.");
        return ExitCode.Failed;
    }

    private static int ArmOf(Call call, StoredExperiment experiment)
    {
        if (!call.IsGiven(RunOptions.Arm)) return 0;
        var (name, arms) = (call.Parsed.GetValue(RunOptions.Arm)!, experiment.Plan.Arms.Select(static arm => arm.Id).ToArray());
        return Array.IndexOf(arms, name) is >= 0 and var arm ? arm : throw new Refusal($"--arm: found {name}, expected an arm of the experiment: {string.Join(", ", arms)}");
    }

    private static PlannedRun Run(Func<PlannedRun> find)
    {
        try
        {
            return find();
        }
        catch (InvalidOperationException e)
        {
            throw new Refusal($"--replication: found one without a valid scenario, expected one that can be played: {e.Message}");
        }
    }
}
