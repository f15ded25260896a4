using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// What makes a window a multilateral one: it belongs to no sponsor, joins the offer of any that asks, for hosts that are its members (the
/// window's hosts) and projects that pass its own appraisal, and brings its own rules along (docs/model.md §2).
/// </summary>
public sealed record Multilateral
{
    [Quantity(-0.2, 0.5, "Economic rate of return that its own appraisal must find.")]
    public required double HurdlePerYear { get; init; }

    [Quantity(0, 0.5, "Standard deviation of its own appraisal around the project's forecast, in rates of return.")]
    public required double AppraisalSd { get; init; }

    [Quantity(0, 3650, "Days that its processing adds before financial close.")]
    public required int ProcessingDays { get; init; }

    [Quantity(0, 1, "Opacity of tendering under its procurement rules: that of the arrangement if it is lower.")]
    public required double OpacityCap { get; init; }

    [Quantity(0, 2, "Laxity of its anti-corruption control, in place of the sponsor's.")]
    public required double Laxity { get; init; }
}
