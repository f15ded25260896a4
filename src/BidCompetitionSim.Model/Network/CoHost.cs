using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Network;

/// <summary>A state that lets a segment together with its host.</summary>
public sealed record CoHost
{
    [Meaning("The state.")]
    public required string State { get; init; }

    [Quantity(0, 0.999, "Its share of length and cost, and so of price, loan, debt and rent; the host keeps what is left.")]
    public required double Share { get; init; }
}
