using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Finance;

/// <summary>A currency in which loans are written. Real exchange rates are constant; nominal service is deflated at this inflation.</summary>
public sealed record Currency
{
    [Meaning("ISO 4217 code.")]
    public required string Id { get; init; }

    [Quantity(-0.05, 0.5, "Long-run inflation.")]
    public required double InflationPerYear { get; init; }
}
