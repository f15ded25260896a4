using System.CommandLine;
using System.Text.Json.Serialization;
using BidCompetitionSim.Cli.Experiments;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Reports.Text;
using BidCompetitionSim.Store;

namespace BidCompetitionSim.Cli.Results;

/// <summary>bidsim results list.</summary>
internal static class ListResults
{
    public static Command Command(Terminal terminal) =>
        new Command("list", "List the experiments of a store.") { ExperimentOptions.StoreNeeded }.Does(terminal, Run)
            .WithExamples("bidsim results list", "bidsim results list --store skrl.db --output json");

    private static int Run(Call call) => Stored.Read(call, store =>
    {
        var experiments = store.Experiments();
        if (call.Form == OutputForm.Json)
            JsonOut.Write(call.Terminal.Out, new ResultList(ResultList.SchemaName, store.Path, [.. experiments.Select(ListedResult.Of)]), ResultJson.Default.ResultList);
        else
            foreach (var experiment in experiments) WriteText(call.Terminal, experiment);
        if (experiments.Count == 0) call.Remark($"{store.Path} holds no experiment.");
        return ExitCode.Done;
    });

    private static void WriteText(Terminal terminal, StoredExperiment experiment)
    {
        terminal.Out.WriteLine($"{experiment.Plan.Experiment}  {experiment.CreatedUtc}  {experiment.Status}, {Stored.RowsOf(experiment)}  {experiment.Plan.Name}");
        foreach (var line in Wrapped.Lines(experiment.Plan.Title, terminal.Width - 4)) terminal.Out.WriteLine($"    {line}");
    }
}

/// <summary>The document that list writes.</summary>
internal sealed record ResultList(
    [property: JsonPropertyName("schema"), Meaning("Name of this document's form.")] string Schema,
    [property: Meaning("The store's file.")] string Store,
    [property: Meaning("Its experiments, the first stored first.")] ListedResult[] Experiments)
{
    public const string SchemaName = "bidsim/results/1";
}

/// <summary>An experiment in it.</summary>
internal sealed record ListedResult(
    [property: Meaning("Id of the experiment.")] string Experiment,
    [property: Meaning("Name for people.")] string Name,
    [property: Meaning("Title.")] string Title,
    [property: Meaning("Name of the scenario.")] string Scenario,
    [property: Meaning("Arms, the one others are held against first.")] string[] Arms,
    [property: Meaning("Number of design points.")] int Points,
    [property: Meaning("Replications of every point and arm that are wanted.")] int Replications,
    [property: Meaning("Seed.")] ulong Seed,
    [property: Meaning("Whether each replication draws every assumed number from its range.")] bool Uncertain,
    [property: Meaning("How it ended: done, failed, stopped; unfinished if nobody noted an end.")] string Status,
    [property: Meaning("Rows stored.")] long Rows,
    [property: Meaning("Digest of all rows, hexadecimal; null until it ended.")] string? Digest,
    [property: Meaning("When it was first stored, UTC, ISO 8601.")] string CreatedUtc)
{
    public static ListedResult Of(StoredExperiment stored)
    {
        var plan = stored.Plan;
        return new ListedResult(
            plan.Experiment, plan.Name, plan.Title, plan.Scenario, [.. plan.Arms.Select(static arm => arm.Id)], plan.Points.Count, plan.Replications, plan.Seed,
            plan.Uncertain, stored.Status, stored.Rows, stored.Digest, stored.CreatedUtc);
    }
}

/// <summary>How these documents are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ResultList))]
[JsonSerializable(typeof(Verification))]
[JsonSerializable(typeof(KeptProtocol))]
internal sealed partial class ResultJson : JsonSerializerContext;
