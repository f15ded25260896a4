using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Diplomacy;

/// <summary>How ties between states and sponsors, ties between states, and tension between sponsors move.</summary>
public sealed record DiplomacyRules
{
    [Quantity(0, 1, "Rise of the tie to the sponsor that wins an award.")]
    public required double Award { get; init; }

    [Quantity(0, 1, "Rise of the tie when a project is commissioned.")]
    public required double Completion { get; init; }

    [Quantity(-1, 0, "Change of the tie to a sponsor whose bid lost.")]
    public required double LostBid { get; init; }

    [Quantity(-1, 0, "Change of the tie to a sponsor whose project is cancelled.")]
    public required double Cancellation { get; init; }

    [Quantity(-1, 0, "Change of the tie to the lender when a debt is renegotiated.")]
    public required double DebtDispute { get; init; }

    [Quantity(0, 1, "Speed at which a tie to a sponsor reverts to its baseline.")]
    public required double ReversionPerYear { get; init; }

    [Quantity(0, 1, "Speed at which two states drift apart, per unit of difference of their leans.")]
    public required double DriftPerYear { get; init; }

    [Quantity(0, 1, "Speed at which a tie between states reverts to its baseline.")]
    public required double StateReversionPerYear { get; init; }

    [Quantity(0, 1, "Yearly fall of the tie between two states per clashing junction between them.")]
    public required double ClashPerYear { get; init; }

    [Quantity(0, 1, "Share of tension that lasts a year.")]
    public required double TensionMemory { get; init; }

    [Quantity(0, 1, "How much tension speeds the drift, per unit.")]
    public required double TensionOnDrift { get; init; }
}
