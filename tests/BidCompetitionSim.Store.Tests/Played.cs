using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Store.Bundles;

namespace BidCompetitionSim.Store.Tests;

/// <summary>Experiments that are really played, on the smallest shipped scenario.</summary>
internal static class Played
{
    public static LoadedScenario Scenario { get; } = ScenarioFile.Load("jakarta-bandung");

    /// <summary>Bilateral against ASEAN-led tendering.</summary>
    public static ExperimentPlan Plan(int replications, bool uncertain = false, bool decompose = false) => Of(Scenario, replications, uncertain, decompose);

    /// <summary>The same with an override in all arms and another in one.</summary>
    public static ExperimentPlan Overridden(int replications)
    {
        var plan = Of(ScenarioFile.Load("jakarta-bandung", new LoadOptions { Set = ["secretariat.strength=0.9"] }), replications);
        return plan with { Arms = [plan.Arms[0], plan.Arms[1] with { Set = ["secretariat.strength=0.1"] }] };
    }

    private static ExperimentPlan Of(LoadedScenario scenario, int replications, bool uncertain = false, bool decompose = false) =>
        ComparisonPlan.Of(scenario, new ComparisonOptions { Arms = ["bilateral", "asean-led"], Replications = replications, Seed = 7, Uncertain = uncertain, Decompose = decompose }).Plan!;

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
        using var sink = store.Begin(plan, Planned.Sitting);
        var fold = new RowsFold();
        store.Replay(store.Find(sink.Plan.Experiment), [fold]);
        var progress = new ExperimentRunner().Run(plan, (options ?? new RunnerOptions()) with { From = sink.Rows / plan.Arms.Count }, [sink, fold]);
        sink.Finish(progress.IsWhole ? fold.Failed > 0 ? Ending.Failed : Ending.Done : Ending.Stopped, fold.Digest, "{}"u8);
        return progress;
    }
}
