using System.Diagnostics.CodeAnalysis;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>What came of planning an experiment: the plan, or everything that is wrong with what was asked for.</summary>
/// <param name="Plan">The plan; null if there are problems.</param>
/// <param name="Problems">What is wrong; empty if there is a plan.</param>
public sealed record Planned(ExperimentPlan? Plan, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether there is a plan.</summary>
    [MemberNotNullWhen(true, nameof(Plan))]
    public bool Ok => Plan is not null;
}
