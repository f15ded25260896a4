using System.CommandLine;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>How a command is told which scenario.</summary>
internal static class ScenarioOptions
{
    public static readonly Option<string> Folder = new(LoadOptions.FolderOption)
    {
        Description = $"A folder of scenarios to look in first (else {LoadOptions.FolderVariable}).", HelpName = "DIR",
    };

    public static readonly Option<string[]> Set = new("--set")
    {
        Description = "Override one value of the scenario, checked like the file; repeatable.", HelpName = "path=value", DefaultValueFactory = _ => [],
    };

    /// <summary>Loads the scenario of a call.</summary>
    /// <exception cref="Refusal">It has problems.</exception>
    public static LoadedScenario Load(Call call, string name)
    {
        var loaded = ScenarioFile.Load(name, new LoadOptions { Folder = call.Parsed.GetValue(Folder), Set = call.Parsed.GetValue(Set) ?? [] });
        Writable.Spare("--log", call.Parsed.GetValue(GlobalOptions.Log), loaded.FoundAt);
        return loaded.Ok ? loaded : throw new Refusal(loaded.Problems.Select(problem => problem.ToString()));
    }
}
