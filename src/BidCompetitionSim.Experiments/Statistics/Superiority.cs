namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>How two distributions lie to each other, from counts alone and hence exactly, but for values that share a bin.</summary>
public static class Superiority
{
    /// <summary>
    /// Chance that a value drawn from one exceeds a value drawn apart from the other, plus half the chance that they share a bin (Vargha and Delaney
    /// 2000; the Mann–Whitney statistic over its largest value). Unpaired: it does not know which values were drawn together. Null without values.
    /// </summary>
    /// <exception cref="ArgumentException">Their bins differ.</exception>
    public static double? Over(this Counts one, Counts other)
    {
        if (one.Resolution != other.Resolution) throw new ArgumentException($"Counts in {one.Resolution} and {other.Resolution} share no bins.", nameof(other));
        if (one.Total == 0 || other.Total == 0) return null;
        // Twice the pairs won plus the pairs shared, whole: below the first bin all values share one more bin, above the last another.
        Int128 halves = (Int128)one.BelowRange * other.BelowRange;
        var below = other.BelowRange;
        var from = Math.Min(one.First, other.First);
        var to = Math.Max(one.First + one.Window.Length, other.First + other.Window.Length);
        for (var bin = from; bin < to; bin++)
        {
            var there = In(other, bin);
            halves += (Int128)In(one, bin) * (2 * (Int128)below + there);
            below += there;
        }
        halves += (Int128)one.AboveRange * (2 * (Int128)below + other.AboveRange);
        return (double)halves / (2.0 * one.Total * other.Total);
    }

    private static long In(Counts counts, int bin) => (uint)(bin - counts.First) < (uint)counts.Window.Length ? counts.Window[bin - counts.First] : 0;
}
