namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>
/// How many replications a wanted half-width takes (Stein 1945). The variance is looked at once, after the first stage, and never again:
/// N depends on nothing else, so the interval keeps its level, which stopping when it looks narrow enough would not.
/// </summary>
/// <param name="FirstStage">Values of the first stage.</param>
/// <param name="StandardDeviation">Their standard deviation.</param>
/// <param name="Level">Level of the interval.</param>
public readonly record struct TwoStage(long FirstStage, double StandardDeviation, double Level = 0.95)
{
    /// <summary>The rule, for readers.</summary>
    public const string Rule = "Two stages (Stein 1945): N is the least number with t(n0 − 1)·s0/√N at most the half-width wanted, s0 from the first stage alone.";

    /// <summary>The first stage that those values were.</summary>
    /// <exception cref="ArgumentException">Fewer than two values.</exception>
    public static TwoStage Of(in Moments first, double level = 0.95) =>
        new(first.Count, first.StandardDeviation ?? throw new ArgumentException("A first stage needs two values.", nameof(first)), level);

    /// <summary>Values needed in all, the first stage among them; more of them (whole blocks) do no harm.</summary>
    /// <param name="halfWidth">Half-width wanted, above 0, in the values' unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no positive number.</exception>
    public long Needed(double halfWidth)
    {
        if (!(halfWidth > 0)) throw new ArgumentOutOfRangeException(nameof(halfWidth), halfWidth, "A half-width is above 0.");
        var root = Reach / halfWidth;
        var needed = Math.Ceiling(root * root);
        return needed >= long.MaxValue ? long.MaxValue : Math.Max(FirstStage, (long)needed);
    }

    /// <summary>Half-width after so many values, by the first stage's variance.</summary>
    public double HalfWidth(long values) => Reach / Math.Sqrt(values);

    /// <summary>The mean of all values, with the error and the degrees of freedom of the first stage: what the interval is made of.</summary>
    public Estimate Judge(in Moments all) => new(all.Mean ?? double.NaN, StandardDeviation / Math.Sqrt(all.Count), FirstStage - 1);

    private double Reach => StudentQuantile.At((1 + Level) / 2, FirstStage - 1) * StandardDeviation;
}
