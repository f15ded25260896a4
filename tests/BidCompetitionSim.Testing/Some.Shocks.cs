using BidCompetitionSim.Model.Shocks;

namespace BidCompetitionSim.Testing;

/// <summary>Shocks for the five places in a row.</summary>
public static partial class Some
{
    /// <summary>A shock that does nothing yet: edit it with <c>with</c>.</summary>
    public static Shock Shock(int fromDay, double years, double recoveryYears = 0) =>
        new() { Id = "shock", Name = "Shock", FromDay = fromDay, DurationYears = years, RecoveryYears = recoveryYears };
}
