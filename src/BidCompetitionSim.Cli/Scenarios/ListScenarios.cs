using System.CommandLine;
using BidCompetitionSim.Reports.Text;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>bidsim scenario list.</summary>
internal static class ListScenarios
{
    public static Command Command(Terminal terminal) =>
        new Command("list", "List the scenarios that come with the program.").Does(terminal, Run)
            .WithExamples("bidsim scenario list", "bidsim scenario list --output json");

    private static int Run(Call call)
    {
        var scenarios = Shipped.List();
        if (call.Form == OutputForm.Json)
            JsonOut.Write(call.Terminal.Out, new ScenarioList(ScenarioList.SchemaName, [.. scenarios]), ScenarioJson.Default.ScenarioList);
        else
            foreach (var scenario in scenarios) WriteText(call.Terminal, scenario);
        return ExitCode.Done;
    }

    private static void WriteText(Terminal terminal, ShippedScenario scenario)
    {
        terminal.Out.WriteLine($"{scenario.Id}  {scenario.Title}");
        foreach (var line in Wrapped.Lines(scenario.Question, terminal.Width - 4)) terminal.Out.WriteLine($"    {line}");
        terminal.Out.WriteLine();
    }
}
