namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>
/// Which order statistics hold a quantile between them, whatever the distribution (David and Nagaraja 2003, §7.1): the number of n values at or
/// below it is binomial.
/// </summary>
internal static class BinomialRanks
{
    private const double Negligible = 1e-25;

    // They are asked for by the thousand, and grow with the root of n: made anew each time, they would be most of what a long comparison holds at its end.
    [ThreadStatic]
    private static List<double>? downScratch;

    [ThreadStatic]
    private static List<double>? upScratch;

    /// <summary>
    /// Ranks, from 1, of the values between which the quantile lies with at least that probability, and with at most half of the rest on either side;
    /// null where n values are too few for one of them.
    /// </summary>
    /// <param name="values">How many values, n.</param>
    /// <param name="share">Share at or below the quantile, in (0, 1).</param>
    /// <param name="level">Probability wanted.</param>
    public static (long Low, long High)? Around(long values, double share, double level)
    {
        var tail = (1 - level) / 2;
        if (values < 1) return null;
        var (fewest, weights) = WeightsOf(values, share);
        var total = 0.0;
        for (var k = 0; k < weights.Count; k++) total += weights[k];

        // The low rank is the largest l with P(at most l − 1 below) ≤ tail, the high one the smallest h with P(at least h below) ≤ tail.
        var (low, below) = (0, 0.0);
        while (below + weights[low] <= tail * total) below += weights[low++];
        var (high, above) = (weights.Count, 0.0);
        while (above + weights[high - 1] <= tail * total) above += weights[--high];
        return fewest + low >= 1 && fewest + high <= values ? (fewest + low, fewest + high) : null;
    }

    // Binomial probabilities relative to the mode's, by the ratio of neighbours, as far out as they matter: exact to rounding for any n,
    // where beta and gamma functions lose digits as n grows.
    private static (long Fewest, Weights Weights) WeightsOf(long values, double share)
    {
        var odds = share / (1 - share);
        var mode = Math.Min(values, (long)((values + 1) * share));
        var (down, up) = (downScratch ??= [], upScratch ??= []);
        down.Clear();
        up.Clear();
        up.Add(1);
        for (var (k, weight) = (mode, 1.0); k > 0; k--)
        {
            weight *= k / ((values - k + 1) * odds);
            if (weight < Negligible) break;
            down.Add(weight);
        }
        for (var (k, weight) = (mode, 1.0); k < values; k++)
        {
            weight *= (values - k) * odds / (k + 1);
            if (weight < Negligible) break;
            up.Add(weight);
        }
        return (mode - down.Count, new Weights(down, up));
    }

    /// <summary>Weights by number of values, ascending.</summary>
    /// <param name="Down">Below the mode, from it.</param>
    /// <param name="Up">The mode's and those above.</param>
    private readonly record struct Weights(List<double> Down, List<double> Up)
    {
        public int Count => Down.Count + Up.Count;

        public double this[int k] => k < Down.Count ? Down[Down.Count - 1 - k] : Up[k - Down.Count];
    }
}
