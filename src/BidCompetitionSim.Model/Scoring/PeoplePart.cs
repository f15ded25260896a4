using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>How contacts between people fall with travel time.</summary>
/// <param name="AccessSeconds">Door to first station and last station to door together, seconds, not negative.</param>
/// <param name="DecayHours">β: the time over which contacts fall by the factor e, hours, positive.</param>
public readonly record struct ContactDecay(int AccessSeconds, double DecayHours);

/// <summary>The people-to-people part of cohesion: the share of the achievable gain in contacts that has been realised (docs/model.md §5).</summary>
/// <remarks>
/// A potential with exponential impedance (Hansen 1959 gave the potential, Wilson 1971 the exponential). Access time scales
/// all three potentials alike and cancels in the share; it matters to the potential reported.
/// </remarks>
public static class PeoplePart
{
    private const double SecondsPerHour = 3600.0;

    /// <summary>A = Σ pop·pop·e^(−t/β), t door to door.</summary>
    /// <param name="populationProducts">Product of the two populations of each pair, in pair order.</param>
    /// <param name="passengerSeconds">Passenger travel time of each pair, seconds, station to station.</param>
    /// <param name="among">Indices of the pairs that count.</param>
    /// <param name="decay">Access time and decay.</param>
    /// <returns>The potential, in the unit of the population products.</returns>
    public static double Potential(
        ReadOnlySpan<double> populationProducts, ReadOnlySpan<int> passengerSeconds, ReadOnlySpan<int> among, ContactDecay decay)
    {
        double decaySeconds = decay.DecayHours * SecondsPerHour;
        double potential = 0.0;
        foreach (int pair in among)
        {
            double doorToDoorSeconds = (double)decay.AccessSeconds + passengerSeconds[pair];
            potential += populationProducts[pair] * Elementary.Exp(-doorToDoorSeconds / decaySeconds);
        }

        return potential;
    }

    /// <summary>[A(g) − A(g⁰)] / [A(g*) − A(g⁰)].</summary>
    /// <param name="actual">The potential on the network as built.</param>
    /// <param name="before">The potential before any segment; constant in a scenario.</param>
    /// <param name="ideal">The potential with everything built; constant in a scenario.</param>
    /// <returns>1 if all is built in one standard at best speed; null where nothing can be gained.</returns>
    public static double? Share(double actual, double before, double ideal) =>
        ideal > before ? (actual - before) / (ideal - before) : null;
}
