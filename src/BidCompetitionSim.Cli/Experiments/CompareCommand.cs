using System.CommandLine;
using BidCompetitionSim.Cli.Runs;
using BidCompetitionSim.Cli.Scenarios;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Cli.Experiments;

/// <summary>bidsim compare: many replications of a scenario's arms under the same draws, and what their differences come to.</summary>
internal static class CompareCommand
{
    private static readonly string[] ArguedAbout = ["bilateral", "asean-led"];

    public static Command Of(Terminal terminal) =>
        new Command("compare", "Play arms of a scenario over and over with the same draws; tell how they differ, how surely, and who gains and loses.")
        {
            RunOptions.Scenario, ExperimentOptions.Arms, ExperimentOptions.Replications, ExperimentOptions.HalfWidth, ExperimentOptions.Measure, ExperimentOptions.Seed,
            ExperimentOptions.Threads, ExperimentOptions.Uncertain, ExperimentOptions.Decompose, ExperimentOptions.Report, ExperimentOptions.Influence, ExperimentOptions.Csv,
            ExperimentOptions.Store, ExperimentOptions.Resume, ScenarioOptions.Set, ScenarioOptions.Folder,
        }.Does(terminal, Run).WithExamples(
            "bidsim compare skrl",
            "bidsim compare skrl --replications 10000 --report skrl.html",
            "bidsim compare skrl --arms bilateral,spec-only,asean-led --csv rows.csv",
            "bidsim compare skrl --until-half-width 0.1 --measure viability",
            "bidsim compare skrl --decompose --store skrl.db",
            "bidsim compare skrl --output json > skrl.json");

    private static int Run(Call call)
    {
        Check(call);
        var loaded = ScenarioOptions.Load(call, call.Parsed.GetRequiredValue(RunOptions.Scenario));
        var planned = ComparisonPlan.Of(loaded, OptionsOf(call, loaded.Scenario!));
        if (!planned.Ok) throw new Refusal(planned.Problems.Select(static problem => problem.ToString()));
        return Playing.Of(call, new ExperimentRequest(planned.Plan, call.Parsed.GetValue(ExperimentOptions.Store)));
    }

    private static void Check(Call call)
    {
        ExperimentOptions.Check(call);
        if (call.IsGiven(ExperimentOptions.HalfWidth) && call.IsGiven(ExperimentOptions.Replications))
            throw new Refusal("--until-half-width: found --replications beside it, expected one of them: the width wanted says how many replications there are");
        if (call.IsGiven(ExperimentOptions.Measure) && !call.IsGiven(ExperimentOptions.HalfWidth))
            throw new Refusal("--measure: found no --until-half-width beside it, expected the half-width at which to stop");
        if (call.IsGiven(ExperimentOptions.Resume) && !call.IsGiven(ExperimentOptions.Store))
            throw new Refusal("--resume: found no --store beside it, expected the store that holds what is done");
    }

    private static ComparisonOptions OptionsOf(Call call, Scenario scenario) => new()
    {
        Arms = ArmsOf(call, scenario), Replications = call.Parsed.GetValue(ExperimentOptions.Replications), Seed = call.Parsed.GetValue(ExperimentOptions.Seed),
        Uncertain = call.Parsed.GetValue(ExperimentOptions.Uncertain), Decompose = call.Parsed.GetValue(ExperimentOptions.Decompose),
        Precision = call.Parsed.GetValue(ExperimentOptions.HalfWidth) is { } width ? new Precision(call.Parsed.GetValue(ExperimentOptions.Measure)!, width) : null,
    };

    private static string[] ArmsOf(Call call, Scenario scenario)
    {
        if (call.Parsed.GetValue(ExperimentOptions.Arms) is { } named) return named.Split(',', StringSplitOptions.TrimEntries);
        // A scenario with arms of its own is compared by what it has.
        return Array.TrueForAll(ArguedAbout, id => Array.Exists(scenario.Arms, arm => arm.Id == id)) ? ArguedAbout : [];
    }
}
