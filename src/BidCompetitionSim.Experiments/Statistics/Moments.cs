using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>
/// Count, mean, spread and ends of finite values, folded one by one (Welford 1962) and merged block by block (Chan, Golub and LeVeque 1983),
/// measured from the block's first value: no sum of squares is ever taken, and a large offset does not eat a small variance. What is not a number is missing.
/// The same values in the same blocks give the same bits. A mutable value: keep it in a field or an array.
/// </summary>
public struct Moments
{
    private double origin; // the first value: differences from it are exact where a large offset would leave few digits
    private double mean; // less the origin
    private double squares; // sum of squared deviations from the mean
    private double least;
    private double greatest;

    /// <summary>Values that are there.</summary>
    public long Count { get; private set; }

    /// <summary>Values that were not a number.</summary>
    public long Missing { get; private set; }

    /// <summary>Their mean; null without a value.</summary>
    public readonly double? Mean => Count > 0 ? origin + mean : null;

    /// <summary>Variance over n − 1; null with fewer than two values.</summary>
    public readonly double? Variance => Count > 1 ? squares / (Count - 1) : null;

    /// <summary>Square root of the variance.</summary>
    public readonly double? StandardDeviation => Variance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>Standard error of the mean of independent values.</summary>
    public readonly double? StandardError => StandardDeviation / Math.Sqrt(Count);

    /// <summary>Smallest value; null without one.</summary>
    public readonly double? Least => Count > 0 ? least : null;

    /// <summary>Largest value; null without one.</summary>
    public readonly double? Greatest => Count > 0 ? greatest : null;

    /// <summary>The mean with its standard error, to be judged by Student's t.</summary>
    public readonly Estimate Estimate => new(Mean ?? double.NaN, StandardError ?? double.NaN, Math.Max(0, Count - 1));

    /// <summary>Takes one value.</summary>
    public void Add(double value)
    {
        if (double.IsNaN(value))
        {
            Missing++;
            return;
        }
        if (Count == 0) origin = value;
        least = Count == 0 || value < least ? value : least;
        greatest = Count == 0 || value > greatest ? value : greatest;
        Count++;
        var from = value - origin;
        var off = from - mean;
        mean += off / Count;
        squares += off * (from - mean);
    }

    /// <summary>Takes what another has taken, as if its values came after.</summary>
    public void Merge(in Moments later)
    {
        var missing = Missing + later.Missing;
        if (Count == 0)
        {
            this = later;
        }
        else if (later.Count > 0)
        {
            var count = Count + later.Count;
            var off = later.origin - origin + (later.mean - mean);
            squares += later.squares + off * off * ((double)Count * later.Count / count);
            mean += off * ((double)later.Count / count);
            least = Math.Min(least, later.least);
            greatest = Math.Max(greatest, later.greatest);
            Count = count;
        }
        Missing = missing;
    }

    /// <summary>Interval of the mean by Student's t; null with fewer than two values.</summary>
    public readonly Interval? Interval(double level = 0.95)
    {
        if (Count < 2) return null;
        var (low, high) = Estimate.Interval(level);
        return new Interval(low, high);
    }
}
