using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Cli.Experiments;

/// <summary>An experiment to be played: everything checked.</summary>
/// <param name="Plan">What to play.</param>
/// <param name="Store">Path of the store that keeps its rows; null for none.</param>
internal sealed record ExperimentRequest(ExperimentPlan Plan, string? Store)
{
    /// <summary>Files it was read from, which are not to be written over.</summary>
    public IReadOnlyList<string> ReadFrom { get; init; } = [Plan.Scenario.FoundAt];

    /// <summary>Its scenario.</summary>
    public Scenario Scenario => Plan.Scenario.Scenario!;

    /// <summary>Its plan as it is stored and travels.</summary>
    public PlanDocument Document => field ??= Plan.ToDocument();
}
