using System.CommandLine;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>bidsim scenario new: a file of one's own that starts from a shipped one.</summary>
internal static class NewScenario
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Name of the new scenario: letters, digits, - and _." };

    private static readonly Option<string> From = new("--from") { Description = "The shipped scenario to start from.", HelpName = "SCENARIO", Required = true };

    public static Command Command(Terminal terminal) =>
        new Command("new", "Write NAME.yaml, which includes a shipped scenario and leaves room to change it.") { Name, From }.Does(terminal, Run)
            .WithExamples("bidsim scenario new my-corridor --from skrl");

    private static int Run(Call call)
    {
        var name = call.Parsed.GetRequiredValue(Name);
        var text = Template(name, call.Parsed.GetRequiredValue(From));
        var file = $"{name}.yaml";
        if (File.Exists(file)) throw new Refusal($"{file} is there already; it was left alone.");
        Writable.Open(Name.Name, file, () =>
        {
            File.WriteAllText(file, text);
            return file;
        });
        call.Terminal.Out.WriteLine($"Wrote {file}. Next: bidsim scenario validate {file}");
        return ExitCode.Done;
    }

    private static string Template(string name, string from)
    {
        try
        {
            return ScenarioTemplate.New(name, from);
        }
        catch (ArgumentException e)
        {
            // The message without the parameter's name, which says nothing to a user.
            throw new Refusal(e.Message.Split(" (Parameter", 2)[0]);
        }
    }
}
