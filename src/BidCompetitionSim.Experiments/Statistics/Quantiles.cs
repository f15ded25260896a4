using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>What counts say about a distribution; each value is known to half a bin (<see cref="Bins.Error"/>).</summary>
public static class Quantiles
{
    /// <summary>
    /// The least value with at least that share at or below it (type 1 of Hyndman and Fan 1996): the middle of its bin, or the smallest or largest
    /// value counted if the middle lies beyond it. Null without a value.
    /// </summary>
    /// <param name="counts">The distribution.</param>
    /// <param name="share">In (0, 1).</param>
    public static double? Quantile(this Counts counts, double share) => counts.Total == 0 ? null : counts.AtRank(Rank(share, counts.Total));

    /// <summary>
    /// Interval of a quantile by order statistics (David and Nagaraja 2003, §7.1), which holds for any distribution, at that level or more. Null
    /// where there are too few values to bound it.
    /// </summary>
    /// <param name="counts">The distribution of independent values.</param>
    /// <param name="share">In (0, 1).</param>
    /// <param name="level">Level of the interval.</param>
    public static Interval? QuantileInterval(this Counts counts, double share, double level = 0.95) =>
        BinomialRanks.Around(counts.Total, share, level) is { } ranks ? new Interval(counts.AtRank(ranks.Low), counts.AtRank(ranks.High)) : null;

    /// <summary>Value of that rank, 1 for the smallest, as <see cref="Quantile"/> gives it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank.</exception>
    public static double AtRank(this Counts counts, long rank)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, counts.Total);
        var left = rank - counts.BelowRange;
        if (left <= 0) return counts.Least;
        for (var k = 0; k < counts.Window.Length; k++)
        {
            left -= counts.Window[k];
            if (left <= 0) return Math.Clamp(Bins.Middle(counts.Resolution, counts.First + k), counts.Least, counts.Greatest);
        }
        return counts.Greatest;
    }

    // The product of a share and a whole number may be a hair above the whole number it stands for: 0.07·100 is 7.000000000000001.
    private static long Rank(double share, long values) => Math.Clamp((long)Math.Ceiling(share * values * (1 - 1e-14)), 1, values);
}
