using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Diplomacy;

/// <summary>Friction of trade between two states: an index, before regional agreements and now.</summary>
public sealed record Friction
{
    [Meaning("First state.")]
    public required string A { get; init; }

    [Meaning("Second state.")]
    public required string B { get; init; }

    [Quantity(0.01, 10, "Friction before any regional agreement.")]
    public required double Base { get; init; }

    [Quantity(0, 10, "Friction under the agreements in force.")]
    public required double Now { get; init; }
}
