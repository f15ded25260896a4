using System.CommandLine;
using System.Text.Json;
using BidCompetitionSim.Cli.Experiments;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Reports.Experiments;
using BidCompetitionSim.Store;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Cli.Results;

/// <summary>Experiments in a store, as commands speak of them.</summary>
internal static class Stored
{
    public static readonly Argument<string> Id = new("ID") { Description = "Id of an experiment, as bidsim results list shows it, or its beginning." };

    /// <summary>Does something with the store of a call; what is wrong with the store is told as bad input.</summary>
    /// <exception cref="Refusal">It cannot be read.</exception>
    public static T Read<T>(Call call, Func<ResultStore, T> act)
    {
        try
        {
            using var store = ResultStore.OpenToRead(ExperimentOptions.StoreOf(call));
            return act(store);
        }
        catch (StoreException e)
        {
            throw new Refusal($"--store: {e.Message}");
        }
    }

    /// <summary>How many rows are there, of how many.</summary>
    public static string RowsOf(StoredExperiment experiment) =>
        experiment.Rows >= experiment.RowsPlanned ? Figure.Count(experiment.Rows, "row") : $"{experiment.Rows:#,0} of {Figure.Count(experiment.RowsPlanned, "row")}";

    /// <summary>The plan of an experiment, ready to be played.</summary>
    /// <exception cref="Refusal">This program cannot play it as it was played.</exception>
    public static ExperimentPlan PlanOf(ResultStore store, StoredExperiment experiment)
    {
        try
        {
            return experiment.Plan.ToPlan(store.Scenario(experiment));
        }
        catch (FormatException e)
        {
            throw new Refusal($"{store.Path}: {experiment.Plan.Experiment}: {e.Message} Use the program version that stored it.");
        }
    }

    /// <summary>What an experiment says: as it was noted when it ended, else summed from its rows.</summary>
    public static ExperimentResult ResultOf(ResultStore store, StoredExperiment experiment) => Noted(store, experiment) ?? Summed(store, experiment);

    private static ExperimentResult? Noted(ResultStore store, StoredExperiment experiment)
    {
        try
        {
            return store.Result(experiment) is { } json ? ExperimentJson.Read(json) : null;
        }
        catch (JsonException)
        {
            return null; // noted by a version that said it otherwise
        }
    }

    private static ExperimentResult Summed(ResultStore store, StoredExperiment experiment)
    {
        var fold = new SummaryFold(PlanOf(store, experiment));
        store.Replay(experiment, [fold]);
        return fold.Result();
    }
}
