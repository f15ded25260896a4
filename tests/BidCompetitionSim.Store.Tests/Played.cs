using System.Runtime.CompilerServices;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Store.Bundles;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Tests;

/// <summary>Experiments that are really played, on the smallest shipped scenario.</summary>
internal static class Played
{
    /// <summary>The scenario's file; what it includes comes with the program.</summary>
    public static string Source { get; } = File.ReadAllText(InRepository("scenarios/jakarta-bandung.yaml"));

    public static LoadedScenario Scenario { get; } = ScenarioFile.Parse("jakarta-bandung.yaml", Source);

    public static ScenarioText Text { get; } = new(ResolvedScenario.Of(Scenario.Scenario!), Source);

    /// <summary>Bilateral against ASEAN-led tendering.</summary>
    public static ExperimentPlan Plan(int replications, bool uncertain = false, bool decompose = false) =>
        Comparison.Of(Scenario, new ComparisonOptions { Arms = ["bilateral", "asean-led"], Replications = replications, Seed = 7, Uncertain = uncertain, Decompose = decompose }).Plan!;

    /// <summary>The same at two values of an assumed number.</summary>
    public static ExperimentPlan AtTwoPoints(int replications)
    {
        var parameter = Scenario.Provenance.Parameters.First(static parameter => parameter is { Assumed: not null, Value: not null, Range: { } range } && range.Low < range.High);
        var range = parameter.Range!.Value;
        return Plan(replications) with
        {
            Factors = [new Factor(parameter.Name, range.Low, range.High, parameter.Unit)], Points = [new DesignPoint(0, [range.Low]), new DesignPoint(1, [range.High])],
        };
    }

    /// <summary>Plays what a store does not have yet.</summary>
    public static RunProgress PlayInto(ResultStore store, ExperimentPlan plan, RunnerOptions? options = null)
    {
        using var sink = store.Begin(plan.ToDocument([]), Text, Planned.Sitting);
        var fold = new RowsFold();
        store.Replay(store.Find(sink.Plan.Experiment), [fold]);
        var progress = new ExperimentRunner().Run(plan, (options ?? new RunnerOptions()) with { From = sink.Rows / plan.Arms.Count }, [sink, fold]);
        sink.Finish(progress.IsWhole ? fold.Failed > 0 ? Ending.Failed : Ending.Done : Ending.Stopped, fold.Digest, "{}"u8);
        return progress;
    }

    private static string InRepository(string path, [CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "../..", path);
}
