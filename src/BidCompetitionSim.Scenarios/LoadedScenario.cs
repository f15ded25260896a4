using System.Diagnostics.CodeAnalysis;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Scenarios;

/// <summary>What came of loading a scenario: the scenario, or everything that is wrong with its text.</summary>
public sealed class LoadedScenario
{
    internal LoadedScenario(string foundAt, Scenario? scenario, Problem[] problems, Provenance provenance) =>
        (FoundAt, Scenario, Problems, Provenance) = (foundAt, problems.Length == 0 ? scenario : null, problems, provenance);

    /// <summary>The file it was read from, for people: a path, or <c>shipped:NAME.yaml</c> for one that comes with the program; the name itself if nothing was found.</summary>
    public string FoundAt { get; }

    /// <summary>The scenario; null if there are problems.</summary>
    public Scenario? Scenario { get; }

    /// <summary>Everything wrong with it, by file and line; empty if it loaded.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Where its numbers come from; as far as it could be read.</summary>
    public Provenance Provenance { get; }

    /// <summary>Whether it loaded.</summary>
    [MemberNotNullWhen(true, nameof(Scenario))]
    public bool Ok => Scenario is not null;
}
