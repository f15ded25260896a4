using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>Segments that may be let together. Packages that share a segment belong to one round, of whose packages one may count.</summary>
public sealed record Package
{
    [Meaning("Short name of the package.")]
    public required string Id { get; init; }

    [Meaning("Segments of the package.")]
    public required string[] Lots { get; init; }

    [Quantity(0, 0.5, "Share of its prices that a sponsor takes off if it gets all of them.")]
    public required double Discount { get; init; }
}
