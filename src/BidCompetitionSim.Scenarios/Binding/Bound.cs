using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>What came of binding a tree: the scenario or its problems, and where the numbers came from.</summary>
internal sealed record Bound(Scenario? Scenario, Problem[] Problems, Provenance Provenance)
{
    /// <summary>There was nothing to bind.</summary>
    public static Bound Not(Problems problems) => new(null, problems.ToArray(), new Provenance(null, null));
}
