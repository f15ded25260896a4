using System.CommandLine;
using BidCompetitionSim.Cli.Scenarios;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Scenarios.Designs;

namespace BidCompetitionSim.Cli.Experiments;

/// <summary>bidsim experiment: what a file lays out, played and stored.</summary>
internal static class ExperimentCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "An experiment file, or the name of an experiment." };

    public static Command Of(Terminal terminal) =>
        new Command("experiment", "Play what an experiment file lays out: arms, and combinations of uncertain numbers. Every row is stored.")
        {
            File, ExperimentOptions.Resume, ExperimentOptions.Threads, ExperimentOptions.ReplicationsInstead, ExperimentOptions.StoreNeeded, ExperimentOptions.Csv,
            ExperimentOptions.Report, ExperimentOptions.Influence, ScenarioOptions.Folder,
        }.Does(terminal, Run).WithExamples(
            "bidsim experiment secretariat",
            "bidsim experiment my-experiment.yaml --store my.db --report my.html",
            "bidsim experiment my-experiment.yaml --store my.db --resume");

    private static int Run(Call call)
    {
        ExperimentOptions.Check(call);
        var name = call.Parsed.GetRequiredValue(File);
        var file = ExperimentFile.Load(name, call.Parsed.GetValue(ScenarioOptions.Folder));
        var planned = ExperimentPlanner.Of(file);
        if (!planned.Ok) throw new Refusal(planned.Problems.Select(static problem => problem.ToString()));
        if (file.FoundAt != name) call.Remark($"{name}: {file.FoundAt}");
        var plan = planned.Plan with { Replications = call.Parsed.GetValue(ExperimentOptions.ReplicationsInstead) ?? planned.Plan.Replications };
        var read = new[] { file.FoundAt, plan.Scenario.FoundAt };
        Writable.Spare(GlobalOptions.Log.Name, call.Parsed.GetValue(GlobalOptions.Log), read);
        return Playing.Of(call, new ExperimentRequest(plan, ExperimentOptions.StoreOf(call)) { ReadFrom = read });
    }
}
