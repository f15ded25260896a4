using System.CommandLine;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>bidsim scenario schema: for editors.</summary>
internal static class ShowSchema
{
    public static Command Command(Terminal terminal) =>
        new Command("schema", "Write the JSON Schema of scenario files, with which an editor completes and checks them.").Does(terminal, Run)
            .WithExamples($"bidsim scenario schema > {ScenarioSchema.FileName}");

    private static int Run(Call call)
    {
        call.Terminal.Out.Write(ScenarioSchema.Text());
        return ExitCode.Done;
    }
}
