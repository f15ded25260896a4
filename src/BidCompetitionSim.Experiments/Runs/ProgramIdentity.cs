using System.Reflection;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Runs;

/// <summary>Which program made a result.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Commit">The commit it was built from; "unknown" where it was built outside of a repository.</param>
public sealed record ProgramIdentity(
    [property: Meaning("Version.")] string Version,
    [property: Meaning("Commit it was built from; unknown where it was built outside of a repository.")] string Commit)
{
    /// <summary>The program that runs now.</summary>
    public static ProgramIdentity OfThisProcess()
    {
        var text = typeof(ProgramIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? new ProgramIdentity(text, "unknown") : new ProgramIdentity(text[..plus], text[(plus + 1)..]);
    }
}
