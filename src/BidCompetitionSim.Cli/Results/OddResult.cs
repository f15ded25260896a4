using System.CommandLine;
using System.Text;
using System.Text.Json.Serialization;
using BidCompetitionSim.Cli.Experiments;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Store;

namespace BidCompetitionSim.Cli.Results;

/// <summary>bidsim results odd: the model that an experiment was played with, as it was then.</summary>
internal static class OddResult
{
    public static Command Command(Terminal terminal) =>
        new Command("odd", "Write the ODD protocol that a stored experiment keeps, as Markdown: the model, every number and arm as they were played.")
        {
            Stored.Id, ExperimentOptions.StoreNeeded,
        }.Does(terminal, Run).WithExamples("bidsim results odd x3f2a > appendix.md", "bidsim results odd x3f2a --store skrl.db");

    private static int Run(Call call) => Stored.Read(call, store =>
    {
        var experiment = store.Find(call.Parsed.GetRequiredValue(Stored.Id));
        var text = Encoding.UTF8.GetString(store.Odd(experiment) ?? throw new Refusal(
            $"{store.Path}: {experiment.Plan.Experiment} keeps no protocol, because an older program stored it; bidsim scenario odd writes the scenario's as it is now"));
        if (call.Form == OutputForm.Json)
            JsonOut.Write(call.Terminal.Out, new KeptProtocol(KeptProtocol.SchemaName, experiment.Plan.Experiment, experiment.Plan.ScenarioHash, text), ResultJson.Default.KeptProtocol);
        else call.Terminal.Out.Write(text);
        return ExitCode.Done;
    });
}

/// <summary>The document that odd writes.</summary>
internal sealed record KeptProtocol(
    [property: JsonPropertyName("schema"), Meaning("Name of this document's form.")] string Schema,
    [property: Meaning("Id of the experiment.")] string Experiment,
    [property: Meaning("SHA-256 of its resolved scenario.")] string Hash,
    [property: Meaning("The protocol, Markdown.")] string Markdown)
{
    public const string SchemaName = "bidsim/experiment-odd/1";
}
