using System.CommandLine;
using BidCompetitionSim.Cli.Experiments;
using BidCompetitionSim.Store;

namespace BidCompetitionSim.Cli.Results;

/// <summary>bidsim results show: what an experiment said, told again.</summary>
internal static class ShowResult
{
    public static Command Command(Terminal terminal) =>
        new Command("show", "Tell again what a stored experiment says, from all rows that are there.") { Stored.Id, ExperimentOptions.StoreNeeded }.Does(terminal, Run)
            .WithExamples("bidsim results show x3f2a", "bidsim results show x3f2a --store skrl.db --output json > skrl.json");

    private static int Run(Call call) => Stored.Read(call, store =>
    {
        var experiment = store.Find(call.Parsed.GetRequiredValue(Stored.Id));
        if (experiment.Rows == 0) throw new Refusal($"{store.Path}: {experiment.Plan.Experiment} has no rows yet; play it with --resume");
        Telling.Write(call, Stored.ResultOf(store, experiment), store.Scenario(experiment).Resolved.Scenario);
        foreach (var sitting in experiment.Sittings) call.Remark(TextOf(sitting));
        return ExitCode.Done;
    });

    private static string TextOf(Sitting sitting) =>
        $"From row {sitting.FirstRow:#,0}: {sitting.CommandLine} ({sitting.StartedUtc}, bidsim {sitting.Program.Version} {sitting.Program.Commit}, {sitting.Os}, {sitting.Architecture})";
}
