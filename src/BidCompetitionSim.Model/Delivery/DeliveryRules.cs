using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Delivery;

/// <summary>How projects come from award to operation, or do not.</summary>
public sealed record DeliveryRules
{
    [Quantity(0, 3650, "Days from award to financial close.")]
    public required int CloseDays { get; init; }

    [Quantity(0, 1, "Probability that a new government reopens an award that is signed but not closed.")]
    public required double ReopeningProbability { get; init; }

    [Quantity(0, 1, "Share of the price that is sunk when an award is cancelled.")]
    public required double SunkShare { get; init; }

    [Quantity(0.5, 5, "Mean of actual over contracted build time.")]
    public required double DelayMean { get; init; }

    [Quantity(0.01, 3, "Standard deviation of actual over contracted build time.")]
    public required double DelaySd { get; init; }

    [Quantity(-1, 1, "Correlation of delay and overrun.")]
    public required double DelayCorrelation { get; init; }

    [Quantity(-2, 2, "Effect of governance on log overrun, per unit.")]
    public required double GovernanceEffect { get; init; }

    [Quantity(0, 1, "Mean governance of the reference sample.")]
    public required double GovernanceMean { get; init; }

    [Quantity(0, 1, "Standard deviation of governance over the reference sample.")]
    public required double GovernanceSd { get; init; }

    [Quantity(0, 2, "Effect of a price below cost on log overrun, per ln unit.")]
    public required double LowballEffect { get; init; }

    [Quantity(-2, 2, "Effect of quality on log overrun, per unit.")]
    public required double QualityEffect { get; init; }

    [Quantity(0, 1, "Mean quality of the reference sample.")]
    public required double QualityMean { get; init; }

    [Quantity(0, 1, "Standard deviation of quality over the reference sample.")]
    public required double QualitySd { get; init; }

    [Quantity(0, 1, "Demand in the first year of operation over plateau.")]
    public required double RampFirst { get; init; }

    [Quantity(0, 1, "Demand in the second year of operation over plateau.")]
    public required double RampSecond { get; init; }

    [Quantity(0, 5, "Elasticity of demand to the network factor.")]
    public required double NetworkElasticity { get; init; }

    [Quantity(0, 1, "Yearly probability that an uncovered loan of a stressed host is renegotiated.")]
    public required double RenegotiationHazard { get; init; }

    [Quantity(0, 1, "Share of that hazard which the regional financial safety net takes away.")]
    public required double SafetyNetEffect { get; init; }

    [Quantity(0, 30, "Years by which a renegotiated loan is lengthened.")]
    public required int ExtensionYears { get; init; }

    [Quantity(0, 1, "Factor on the rate of a renegotiated loan.")]
    public required double EasedRateFactor { get; init; }
}
