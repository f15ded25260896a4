namespace BidCompetitionSim.Model.Network;

/// <summary>Rounds times to the network's integer seconds: once, when a scenario is compiled, and never again.</summary>
public static class LinkCost
{
    private const double SecondsPerHour = 3600.0;

    /// <summary>Length over speed plus border and handling time (docs/model.md §4.8), rounded half-even to a second, at least 1.</summary>
    /// <param name="lengthKm">Length, km, not negative.</param>
    /// <param name="speedKmPerHour">Speed of the link's standard and class, km/h, positive.</param>
    /// <param name="waitingHours">Time at the border, if the two ends lie in different states, and handling; hours, not negative.</param>
    /// <returns>Seconds, saturating at <see cref="CostTable.Unreachable"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length or time is negative or not finite, or a speed is not positive.</exception>
    public static int Seconds(double lengthKm, double speedKmPerHour, double waitingHours)
    {
        RequireNotNegative(lengthKm, nameof(lengthKm));
        RequireNotNegative(waitingHours, nameof(waitingHours));
        if (!(speedKmPerHour > 0.0))
        {
            throw new ArgumentOutOfRangeException(nameof(speedKmPerHour), speedKmPerHour, "A speed is positive, in km/h.");
        }

        // A free link would make the ratios of the scores divide by zero.
        return Math.Max(1, Round(lengthKm / speedKmPerHour + waitingHours));
    }

    /// <summary>Hours as whole seconds, rounded half-even.</summary>
    /// <param name="hours">Hours, finite and not negative.</param>
    /// <returns>Seconds, saturating at <see cref="CostTable.Unreachable"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public static int Seconds(double hours)
    {
        RequireNotNegative(hours, nameof(hours));
        return Round(hours);
    }

    private static int Round(double hours) =>
        (int)Math.Min(CostTable.Unreachable, Math.Round(hours * SecondsPerHour, MidpointRounding.ToEven));

    private static void RequireNotNegative(double value, string name)
    {
        if (!(value >= 0.0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, "A length or time is finite and not negative.");
        }
    }
}
