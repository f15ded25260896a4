using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Store.Plans;

/// <summary>A scenario as an experiment keeps it: what was played, and the text that says where its numbers come from and how far they may vary.</summary>
/// <param name="Resolved">The resolved scenario.</param>
/// <param name="Source">The scenario as one YAML file that stands alone, before overrides: it loads to the resolved scenario.</param>
public sealed record ScenarioText(ResolvedScenario Resolved, string Source)
{
    /// <summary>Of a scenario as it was loaded.</summary>
    /// <exception cref="ArgumentException">It did not load.</exception>
    public static ScenarioText Of(LoadedScenario loaded) => loaded.Ok
        ? new ScenarioText(ResolvedScenario.Of(loaded.Scenario), loaded.Text())
        : throw new ArgumentException("A scenario with problems is not kept.", nameof(loaded));
}
