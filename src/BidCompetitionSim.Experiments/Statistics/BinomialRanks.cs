namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>
/// Which order statistics hold a quantile between them, whatever the distribution (David and Nagaraja 2003, §7.1): the number of n values at or
/// below it is binomial.
/// </summary>
internal static class BinomialRanks
{
    private const double Negligible = 1e-25;

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
        var (fewest, weights) = Weights(values, share);
        var total = 0.0;
        foreach (var weight in weights) total += weight;

        // The low rank is the largest l with P(at most l − 1 below) ≤ tail, the high one the smallest h with P(at least h below) ≤ tail.
        var (low, below) = (fewest, 0.0);
        while (below + weights[(int)(low - fewest)] <= tail * total) below += weights[(int)(low++ - fewest)];
        var (high, above) = (fewest + weights.Length, 0.0);
        while (above + weights[(int)(high - 1 - fewest)] <= tail * total) above += weights[(int)(--high - fewest)];
        return low >= 1 && high <= values ? (low, high) : null;
    }

    // Binomial probabilities relative to the mode's, by the ratio of neighbours, as far out as they matter: exact to rounding for any n,
    // where beta and gamma functions lose digits as n grows.
    private static (long Fewest, double[] Weights) Weights(long values, double share)
    {
        var odds = share / (1 - share);
        var mode = Math.Min(values, (long)((values + 1) * share));
        var (down, up) = (new List<double>(), new List<double> { 1 });
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
        down.Reverse();
        return (mode - down.Count, [.. down, .. up]);
    }
}
