using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>
/// The score interval of a share (Wilson 1927), which stays in [0, 1] and holds for rare and common things alike (Newcombe 1998).
/// Where a row falls into one of several classes, each class has its own interval, of that class against all others: they hold one by one, not together.
/// </summary>
public static class Wilson
{
    /// <summary>Interval of the share that so many of so many estimate; [0, 1] without a row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More, or fewer than none, than there are.</exception>
    public static Interval Of(long count, long rows, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, rows);
        if (rows == 0) return new Interval(0, 1);
        var z = Elementary.InverseNormal((1 + level) / 2);
        var (share, n) = ((double)count / rows, (double)rows);
        var centre = (share + z * z / (2 * n)) / (1 + z * z / n);
        var reach = z * Math.Sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n);
        return new Interval(count == 0 ? 0 : centre - reach, count == rows ? 1 : centre + reach);
    }
}
