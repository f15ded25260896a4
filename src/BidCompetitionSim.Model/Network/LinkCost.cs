namespace BidCompetitionSim.Model.Network;

/// <summary>
/// Rounds generalised costs to the network's integers, the 3600th part of a system's cost unit: a second where that is the hour. Once, when a
/// scenario is compiled, and never again.
/// </summary>
public static class LinkCost
{
    /// <summary>Parts of a cost unit: seconds of an hour, or of a dollar a megawatt-hour what a second is of an hour.</summary>
    public const double PartsPerUnit = 3600.0;

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

    /// <summary>Length times tariff plus charges, rounded half-even to a 3600th of the cost unit, at least 1.</summary>
    /// <param name="lengthKm">Length, km, not negative.</param>
    /// <param name="tariffPerKm">Cost of a kilometre, cost units, not negative.</param>
    /// <param name="charges">Cost whatever the length: the border, stations, a link's own; cost units, not negative.</param>
    /// <returns>Parts of a cost unit, saturating at <see cref="CostTable.Unreachable"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative or not finite.</exception>
    public static int Parts(double lengthKm, double tariffPerKm, double charges)
    {
        RequireNotNegative(lengthKm, nameof(lengthKm));
        RequireNotNegative(tariffPerKm, nameof(tariffPerKm));
        RequireNotNegative(charges, nameof(charges));
        return Math.Max(1, Round(lengthKm * tariffPerKm + charges));
    }

    /// <summary>Hours as whole seconds, or any cost unit as its 3600th parts, rounded half-even.</summary>
    /// <param name="hours">Hours, finite and not negative.</param>
    /// <returns>Seconds, saturating at <see cref="CostTable.Unreachable"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public static int Seconds(double hours)
    {
        RequireNotNegative(hours, nameof(hours));
        return Round(hours);
    }

    private static int Round(double hours) =>
        (int)Math.Min(CostTable.Unreachable, Math.Round(hours * PartsPerUnit, MidpointRounding.ToEven));

    private static void RequireNotNegative(double value, string name)
    {
        if (!(value >= 0.0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, "A length or time is finite and not negative.");
        }
    }
}
