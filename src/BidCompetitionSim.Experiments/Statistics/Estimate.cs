using MathNet.Numerics.Distributions;

namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>A mean or slope with its standard error, judged by Student's t.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">Its standard error; not a number with fewer than two observations (three for a slope).</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of that error.</param>
public readonly record struct Estimate(double Value, double StandardError, long DegreesOfFreedom)
{
    /// <summary>Value over standard error; 0 for a value that is exactly 0, infinite for another one known without error.</summary>
    public double T => Value == 0 ? 0 : Value / StandardError;

    /// <summary>Whether there are too few observations to judge.</summary>
    public bool IsUnknown => double.IsNaN(Value) || double.IsNaN(StandardError);

    /// <summary>Mean of independent observations; those that are not a number are missing and left out.</summary>
    public static Estimate OfMean(ReadOnlySpan<double> observations)
    {
        var moments = new Moments();
        foreach (var x in observations) moments.Add(x);
        return moments.Estimate;
    }

    /// <summary>Mean of paired differences, the first less the second; pairs that miss a side are left out.</summary>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static Estimate OfDifference(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length) throw new ArgumentException($"Pairs need two equal lengths, not {first.Length} and {second.Length}.");
        var pairs = new PairedMoments();
        for (var i = 0; i < first.Length; i++) pairs.Add(second[i], first[i]);
        return pairs.Difference.Estimate;
    }

    /// <summary>Slope of y on x by least squares; pairs that miss a side are left out. Not a number if x does not vary.</summary>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static Estimate OfSlope(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException($"Pairs need two equal lengths, not {x.Length} and {y.Length}.");
        var (xs, ys) = (new List<double>(x.Length), new List<double>(x.Length));
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i])) continue;
            xs.Add(x[i]);
            ys.Add(y[i]);
        }
        var (meanX, meanY) = (xs.Count == 0 ? double.NaN : xs.Average(), ys.Count == 0 ? double.NaN : ys.Average());
        double xx = 0, xy = 0, yy = 0;
        for (var i = 0; i < xs.Count; i++)
        {
            xx += (xs[i] - meanX) * (xs[i] - meanX);
            xy += (xs[i] - meanX) * (ys[i] - meanY);
            yy += (ys[i] - meanY) * (ys[i] - meanY);
        }
        if (xx == 0) return new Estimate(double.NaN, double.NaN, 0);
        var freedom = xs.Count - 2;
        return new Estimate(xy / xx, freedom > 0 ? Math.Sqrt(Math.Max(0, yy - xy * xy / xx) / freedom / xx) : double.NaN, Math.Max(0, freedom));
    }

    /// <summary>Probability of a t at least as far out if there were nothing; 1 where there is too little to judge.</summary>
    public double P(Alternative alternative = Alternative.TwoSided)
    {
        if (IsUnknown) return 1;
        var below = double.IsInfinity(T) ? (T > 0 ? 1 : 0) : StudentT.CDF(0, 1, DegreesOfFreedom, T);
        var above = double.IsInfinity(T) ? (T > 0 ? 0 : 1) : StudentT.CDF(0, 1, DegreesOfFreedom, -T);
        return alternative switch
        {
            Alternative.Greater => above,
            Alternative.Less => below,
            _ => Math.Min(1, 2 * Math.Min(below, above)),
        };
    }

    /// <summary>Confidence interval of that level; not a number where there is too little to judge.</summary>
    public (double Low, double High) Interval(double level = 0.95)
    {
        if (IsUnknown) return (double.NaN, double.NaN);
        var reach = StandardError == 0 ? 0 : StandardError * StudentQuantile.At((1 + level) / 2, DegreesOfFreedom);
        return (Value - reach, Value + reach);
    }
}
