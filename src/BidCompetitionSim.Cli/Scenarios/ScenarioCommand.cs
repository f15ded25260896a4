using System.CommandLine;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>bidsim scenario: find, check and start scenario files.</summary>
internal static class ScenarioCommand
{
    public static Command Of(Terminal terminal) => new Command("scenario", "Find, check, explain, compare, describe and start scenario files.")
    {
        ListScenarios.Command(terminal), ValidateScenarios.Command(terminal), ExplainScenario.Command(terminal),
        DiffScenarios.Command(terminal), ShowSchema.Command(terminal), ScenarioOdd.Command(terminal), TrainScenario.Command(terminal), NewScenario.Command(terminal),
    }.WithExamples("bidsim scenario list", "bidsim scenario validate my-corridor.yaml", "bidsim scenario new my-corridor --from skrl");
}
