using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Shocks;

/// <summary>Something that befalls states from a date on, whatever the arrangement; nobody foresees it (docs/model.md §4.11).</summary>
public sealed record Shock
{
    [Meaning("Short name of the shock.")]
    public required string Id { get; init; }

    [Meaning("Name of the shock.")]
    public required string Name { get; init; }

    [Date("It begins on this date.")]
    public required int FromDay { get; init; }

    [Quantity(0, 60, "How long it lasts in full.")]
    public required double DurationYears { get; init; }

    [Quantity(0, 60, "How long demand then takes to come back, in a straight line; all else is as before on the day that the shock ends.")]
    public required double RecoveryYears { get; init; }

    [Elective, Meaning("States it befalls; none named: all.")]
    public string[] States { get; init; } = [];

    [Elective, Meaning("Systems whose demand, works and borders it befalls; none named: all.")]
    public string[] Systems { get; init; } = [];

    [Elective, Quantity(0, 5, "Factor on the demand of lines in operation.")]
    public double? Demand { get; init; }

    [Elective, Quantity(0, 1, "Pace of works under way: 0 stops them, 1 leaves them.")]
    public double? Pace { get; init; }

    [Elective, Quantity(0.1, 10, "Factor on the cost of what is built meanwhile.")]
    public double? WorksCost { get; init; }

    [Elective, Quantity(0, 10000, "Time that a consignment loses at a border besides the usual.")]
    public double? BorderHours { get; init; }

    [Elective, Quantity(-0.5, 0.5, "Change of the real growth of gross domestic product.")]
    public double? GrowthPerYear { get; init; }

    [Elective, Meaning("No tender is opened: what was planned waits for the shock's end.")]
    public bool TendersSuspended { get; init; }

    [Elective, Quantity(0, 1, "Share of what its windows have left that a sponsor withdraws, and gives back at the shock's end.")]
    public double? EnvelopeCut { get; init; }

    [Elective, Meaning("Sponsors that withdraw it; none named: all.")]
    public string[] Sponsors { get; init; } = [];

    /// <summary>The first day after it.</summary>
    public int EndDay() => FromDay + Elementary.RoundHalfEven(DurationYears * 365.25);
}
