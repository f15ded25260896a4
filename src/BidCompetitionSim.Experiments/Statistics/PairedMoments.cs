using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>
/// Moments of paired differences, the second less the first, and of both sides over the same pairs, so that one sees what pairing gains.
/// A pair that misses a side is missing. A mutable value, as <see cref="Moments"/>.
/// </summary>
public struct PairedMoments
{
    private Moments first;
    private Moments second;
    private Moments difference;

    /// <summary>The first side, over complete pairs.</summary>
    public readonly Moments First => first;

    /// <summary>The second side, over complete pairs.</summary>
    public readonly Moments Second => second;

    /// <summary>The second less the first; also counts the pairs that miss a side.</summary>
    public readonly Moments Difference => difference;

    /// <summary>Pairs in which the second is higher.</summary>
    public long Higher { get; private set; }

    /// <summary>Pairs that are equal to the last bit.</summary>
    public readonly long Equal => difference.Count - Higher - Lower;

    /// <summary>Pairs in which the second is lower.</summary>
    public long Lower { get; private set; }

    /// <summary>Share of pairs in which the second is higher, plus half of those that are equal; null without a pair.</summary>
    public readonly double? ProbabilityOfSuperiority => difference.Count > 0 ? (Higher + 0.5 * Equal) / difference.Count : null;

    /// <summary>
    /// (Var A + Var B)/Var(B − A): variance of the difference of two independent samples over that of the paired one. Null where the differences do not vary.
    /// </summary>
    public readonly double? VarianceReduction => difference.Variance > 0 ? (first.Variance + second.Variance) / difference.Variance : null;

    /// <summary>Correlation of the sides, in [−1, 1]; null where one of them does not vary.</summary>
    public readonly double? Correlation =>
        first.Variance > 0 && second.Variance > 0
            ? Math.Clamp((first.Variance.Value + second.Variance.Value - difference.Variance!.Value)
                / (2 * first.StandardDeviation!.Value * second.StandardDeviation!.Value), -1, 1)
            : null;

    /// <summary>
    /// Two-sided p value of no mean difference by Student's paired t; null with fewer than two pairs, or if all pairs are equal. Differences
    /// that are all the same but not 0 leave t nothing to say: the sign test speaks, which with n of them cannot go below 2^(1−n).
    /// </summary>
    public readonly double? P =>
        difference.Variance is not { } variance || Higher + Lower == 0 ? null
        : variance > 0 ? difference.Estimate.P()
        : new SignTest(Higher, Lower).P();

    /// <summary>Takes one pair.</summary>
    public void Add(double one, double other)
    {
        var apart = other - one;
        difference.Add(apart);
        if (double.IsNaN(apart)) return;
        first.Add(one);
        second.Add(other);
        if (other > one) Higher++;
        if (other < one) Lower++;
    }

    /// <summary>Takes what another has taken, as if its pairs came after.</summary>
    public void Merge(in PairedMoments later)
    {
        first.Merge(later.first);
        second.Merge(later.second);
        difference.Merge(later.difference);
        Higher += later.Higher;
        Lower += later.Lower;
    }

    /// <summary>Interval of the mean difference by Student's t; null with fewer than two pairs.</summary>
    public readonly Interval? Interval(double level = 0.95) => difference.Interval(level);
}
