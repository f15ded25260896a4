using System.CommandLine;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>bidsim scenario validate: every problem of every file, one a line.</summary>
internal static class ValidateScenarios
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Scenario files, or names of scenarios.", Arity = ArgumentArity.OneOrMore };

    public static Command Command(Terminal terminal) =>
        new Command("validate", "Check scenario files; list every problem with its place.") { Files, ScenarioOptions.Folder }.Does(terminal, Run)
            .WithExamples("bidsim scenario validate my-corridor.yaml", "bidsim scenario validate scenarios/*.yaml --output json");

    private static int Run(Call call)
    {
        var checks = Array.ConvertAll(call.Parsed.GetRequiredValue(Files), name => Check(name, call));
        if (call.Form == OutputForm.Json) JsonOut.Write(call.Terminal.Out, new Validation(Validation.SchemaName, checks), ScenarioJson.Default.Validation);
        else foreach (var check in checks) WriteText(call.Terminal, check);
        return Array.TrueForAll(checks, check => check.Ok) ? ExitCode.Done : ExitCode.BadInput;
    }

    private static FileCheck Check(string name, Call call)
    {
        call.Stop.ThrowIfCancellationRequested();
        var loaded = ScenarioFile.Load(name, new LoadOptions { Folder = call.Parsed.GetValue(ScenarioOptions.Folder) });
        return FileCheck.Of(name, loaded);
    }

    private static void WriteText(Terminal terminal, FileCheck check)
    {
        foreach (var problem in check.Problems) terminal.Error.WriteLine(problem.ToString());
        terminal.Out.WriteLine(check.Ok
            ? $"{check.FoundAt}: sound ({Figure.Count(check.Segments, "segment")}, {Figure.Count(check.States, "state")}, {Figure.Count(check.Sponsors, "sponsor")})"
            : $"{check.FoundAt}: {Figure.Count(check.Problems.Count, "problem")}");
    }
}
