using System.CommandLine;
using BidCompetitionSim.Reports.Odd;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>bidsim scenario odd: the description that a paper's appendix needs, from what runs.</summary>
internal static class ScenarioOdd
{
    private static readonly Argument<string> Name = new("SCENARIO") { Description = "A scenario file, or the name of a scenario." };

    public static Command Command(Terminal terminal) =>
        new Command("odd", "Write the scenario's ODD protocol (Grimm et al. 2020) as Markdown: the model's text, every number in force and why it is what it is.")
        {
            Name, ScenarioOptions.Set, ScenarioOptions.Folder,
        }.Does(terminal, Run).WithExamples(
            "bidsim scenario odd skrl > skrl-odd.md", "bidsim scenario odd skrl --set secretariat.strength=0.8 > strong-odd.md",
            "bidsim results odd x3f2a > appendix.md");

    private static int Run(Call call)
    {
        var loaded = ScenarioOptions.Load(call, call.Parsed.GetRequiredValue(Name));
        var text = OddProtocol.Text(loaded);
        if (call.Form == OutputForm.Json)
            JsonOut.Write(call.Terminal.Out, new OddDocument(OddDocument.SchemaName, loaded.Scenario!.Id, ResolvedScenario.Of(loaded.Scenario).Hash, text), ScenarioJson.Default.OddDocument);
        else call.Terminal.Out.Write(text);
        return ExitCode.Done;
    }
}
