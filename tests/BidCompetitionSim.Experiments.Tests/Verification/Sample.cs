using MathNet.Numerics.Distributions;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>Numbers seen, and what they say of the mean they were drawn around.</summary>
internal sealed class Sample
{
    private readonly List<double> values = [];

    public int Count => values.Count;

    public double Mean => values.Sum() / values.Count;

    public double StandardError
    {
        get
        {
            var mean = Mean;
            return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1.0) / values.Count);
        }
    }

    public void Add(double value) => values.Add(value);

    /// <summary>
    /// Whether two samples come from one distribution: the p-value of the rank-sum test (Mann and Whitney 1947), by its normal limit with the
    /// variance corrected for ties.
    /// </summary>
    public static double RankSum(Sample a, Sample b)
    {
        var all = a.values.Select(value => (value, first: true)).Concat(b.values.Select(value => (value, first: false))).OrderBy(pair => pair.value).ToArray();
        double ranks = 0, ties = 0;
        for (var from = 0; from < all.Length;)
        {
            var to = from;
            while (to < all.Length && all[to].value == all[from].value) to++;
            var count = to - from;
            ranks += all[from..to].Count(pair => pair.first) * (from + 1 + to) / 2.0;
            ties += (double)count * count * count - count;
            from = to;
        }
        double n = a.Count, m = b.Count, total = n + m;
        var variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)));
        return variance <= 0 ? 1 : TwoSided((ranks - n * (total + 1) / 2) / Math.Sqrt(variance));
    }

    /// <summary>The p-value of <paramref name="successes"/> in as many fair trials as given, both sides.</summary>
    public static double Fair(int successes, int trials) => Math.Min(1, 2 * Binomial.CDF(0.5, trials, Math.Min(successes, trials - successes)));

    private static double TwoSided(double z) => 2 * Normal.CDF(0, 1, -Math.Abs(z));
}
