using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Secretariat;

/// <summary>The ASEAN Secretariat with its Connectivity Coordinating Committee: how strong it is, what it wants, how long it takes.</summary>
public sealed record Secretariat
{
    [Quantity(0, 1, "Strength: staff, expertise, standing.")]
    public required double Strength { get; init; }

    [Quantity(0, 1, "Mandate that the states give it.")]
    public required double Mandate { get; init; }

    [Quantity(0, 1, "Regional weight of mere advice, per unit of strength.")]
    public required double AdviceFactor { get; init; }

    [Quantity(0, 50, "Utility of one unit of the regional score.")]
    public required double RegionalScale { get; init; }

    [Quantity(0, 1, "Weight of compatibility in the regional score.")]
    public required double CompatibilityWeight { get; init; }

    [Quantity(0, 1, "Weight of viability in the regional score.")]
    public required double ViabilityWeight { get; init; }

    [Quantity(0, 1, "Weight of cohesion in the regional score.")]
    public required double CohesionWeight { get; init; }

    [Quantity(0, 100, "Viability score at which a project counts neither for nor against.")]
    public required double ViabilityReference { get; init; }

    [Quantity(0, 10, "Standard deviation of its error at strength 0, in units of the regional score.")]
    public required double OpinionError { get; init; }

    [Quantity(0, 1, "Share of that error which full strength removes.")]
    public required double StrengthOnError { get; init; }

    [Quantity(-10, 10, "Regional score below which a bid must be improved or is struck.")]
    public required double Floor { get; init; }

    [Quantity(0, 100, "How much utility a state must lose before it objects.")]
    public required double ObjectionThreshold { get; init; }

    [Quantity(0, 3650, "Days an opinion takes per further state consulted, at strength 0.")]
    public required int ConsultationDays { get; init; }

    [Quantity(0, 3650, "Days a round of best and final offers takes.")]
    public required int BestAndFinalDays { get; init; }

    [Quantity(0, 3650, "Days after which a failed attempt is opened again.")]
    public required int ReopenDays { get; init; }
}
