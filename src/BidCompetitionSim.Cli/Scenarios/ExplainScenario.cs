using System.CommandLine;
using BidCompetitionSim.Reports.Scenarios;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>bidsim scenario explain: every number, and why it is what it is.</summary>
internal static class ExplainScenario
{
    private static readonly Argument<string> Name = new("SCENARIO") { Description = "A scenario file, or the name of a scenario." };

    public static Command Command(Terminal terminal) =>
        new Command("explain", "List every number of a scenario: sourced, derived or assumed, with its range and the path that --set takes.")
        {
            Name, ScenarioOptions.Set, ScenarioOptions.Folder,
        }.Does(terminal, Run).WithExamples("bidsim scenario explain skrl", "bidsim scenario explain skrl --output json > numbers.json");

    private static int Run(Call call)
    {
        var loaded = ScenarioOptions.Load(call, call.Parsed.GetRequiredValue(Name));
        var report = ProvenanceReport.Of(loaded.Scenario!, loaded.Provenance);
        if (call.Form == OutputForm.Json) JsonOut.Write(call.Terminal.Out, report, ProvenanceJson.Default.ProvenanceReport);
        else ProvenanceText.Write(report, new Page(call.Terminal.Out, call.Terminal.Width, call.Terminal.Colour));
        return ExitCode.Done;
    }
}
