using System.CommandLine;

namespace BidCompetitionSim.Cli;

/// <summary>Options that take one of a few words.</summary>
internal static class Choice
{
    /// <summary>Refuses every other word.</summary>
    public static Option<string> Among(this Option<string> option, params string[] words)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var found }] && !words.Contains(found)) result.AddError($"{option.Name}: found {found}, expected {string.Join(" or ", words)}");
        });
        return option;
    }
}
