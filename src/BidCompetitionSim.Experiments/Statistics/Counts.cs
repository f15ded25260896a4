using BidCompetitionSim.Experiments.Measuring;

namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>
/// A distribution as integer counts in <see cref="Bins"/>: whatever the order values come in and whatever parts are merged, the counts are the same.
/// Holds a window of bins around what has come; adding allocates nothing once the window spans the values. What is not a number is missing.
/// </summary>
/// <param name="resolution">The bins.</param>
public sealed class Counts(Resolution resolution)
{
    private const int SmallestWindow = 64;

    private long[] window = [];
    private int first; // bin of window[0]

    /// <summary>The bins.</summary>
    public Resolution Resolution => resolution;

    /// <summary>Values counted.</summary>
    public long Total { get; private set; }

    /// <summary>Of these, below the first bin.</summary>
    public long BelowRange { get; private set; }

    /// <summary>Of these, above the last bin.</summary>
    public long AboveRange { get; private set; }

    /// <summary>Of these, not 0 but too near to it for a half-percent bin, hence counted as 0.</summary>
    public long NearZero { get; private set; }

    /// <summary>Values that were not a number.</summary>
    public long Missing { get; private set; }

    /// <summary>Smallest value; positive infinity without one.</summary>
    public double Least { get; private set; } = double.PositiveInfinity;

    /// <summary>Largest value; negative infinity without one.</summary>
    public double Greatest { get; private set; } = double.NegativeInfinity;

    /// <summary>First bin of the window.</summary>
    internal int First => first;

    /// <summary>Counts of the window's bins.</summary>
    internal ReadOnlySpan<long> Window => window;

    /// <summary>Takes one value.</summary>
    public void Add(double value)
    {
        if (double.IsNaN(value))
        {
            Missing++;
            return;
        }
        Total++;
        if (value < Least) Least = value;
        if (value > Greatest) Greatest = value;
        var bin = Bins.Of(resolution, value);
        var last = Bins.Last(resolution);
        if (bin > last) AboveRange++;
        else if (bin < -last) BelowRange++;
        else
        {
            if (bin == 0 && value != 0 && resolution == Resolution.HalfPercent) NearZero++;
            if ((uint)(bin - first) >= (uint)window.Length) Widen(bin, bin);
            window[bin - first]++;
        }
    }

    /// <summary>Takes what another of the same bins has taken; the order of merging does not matter.</summary>
    /// <exception cref="ArgumentException">Its bins are others.</exception>
    public void Merge(Counts other)
    {
        if (other.Resolution != resolution) throw new ArgumentException($"Counts in {other.Resolution} do not add to counts in {resolution}.", nameof(other));
        Total += other.Total;
        BelowRange += other.BelowRange;
        AboveRange += other.AboveRange;
        NearZero += other.NearZero;
        Missing += other.Missing;
        Least = Math.Min(Least, other.Least);
        Greatest = Math.Max(Greatest, other.Greatest);
        if (other.window.Length == 0) return;
        Widen(other.first, other.first + other.window.Length - 1);
        var into = window.AsSpan(other.first - first);
        for (var k = 0; k < other.window.Length; k++) into[k] += other.window[k];
    }

    /// <summary>Forgets what it has taken, and keeps its window to use again.</summary>
    public void Clear()
    {
        Array.Clear(window);
        (Total, BelowRange, AboveRange, NearZero, Missing) = (0, 0, 0, 0, 0);
        (Least, Greatest) = (double.PositiveInfinity, double.NegativeInfinity);
    }

    // Half as much again on the side that grew, so that a drifting series is copied a few times only.
    private void Widen(int low, int high)
    {
        var (oldLow, oldHigh) = window.Length == 0 ? (low, high) : (first, first + window.Length - 1);
        if (window.Length > 0 && low >= oldLow && high <= oldHigh) return;
        var (newLow, newHigh) = (Math.Min(low, oldLow), Math.Max(high, oldHigh));
        var slack = Math.Max(SmallestWindow, newHigh - newLow) / 2;
        var last = Bins.Last(resolution);
        if (low < oldLow || window.Length == 0) newLow = Math.Max(-last, newLow - slack);
        if (high > oldHigh || window.Length == 0) newHigh = Math.Min(last, newHigh + slack);
        var wider = new long[newHigh - newLow + 1];
        window.CopyTo(wider, oldLow - newLow);
        (window, first) = (wider, newLow);
    }
}
