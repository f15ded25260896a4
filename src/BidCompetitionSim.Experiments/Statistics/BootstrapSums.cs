using System.Numerics;
using System.Runtime.InteropServices;
using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>
/// Weighted sums of several measures under the same bootstrap weights, row by row; from them, intervals of their means. Paired differences are measures too.
/// Blocks are summed apart and merged in order, so the bits depend on neither threads nor vector width: vectors work elementwise.
/// </summary>
public sealed class BootstrapSums
{
    /// <summary>Rows below which an interval by percentiles is too narrow to be shown.</summary>
    public const int FewestRows = 20;

    private readonly int resamples;
    private readonly double[] totals; // of weights, by resample
    private readonly double[] sums; // of weight times value, by measure and resample
    private readonly double[] missing; // weights of the rows that miss the measure, by measure and resample
    private readonly long[] rows; // rows that have it, by measure

    /// <summary>Empty sums.</summary>
    /// <param name="measures">How many measures.</param>
    /// <param name="resamples">How many resamples.</param>
    public BootstrapSums(int measures, int resamples = PoissonBootstrap.DefaultResamples)
    {
        this.resamples = resamples;
        totals = new double[resamples];
        sums = new double[measures * resamples];
        missing = new double[measures * resamples];
        rows = new long[measures];
    }

    /// <summary>Takes one row: its values by measure, not a number where it misses one. Allocates nothing.</summary>
    /// <param name="weights">The row's weights, as <see cref="PoissonBootstrap.Fill"/> writes them.</param>
    /// <param name="values">Values by measure.</param>
    /// <exception cref="ArgumentException">There are not as many as there should be.</exception>
    public void Add(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        if (weights.Length != resamples || values.Length != rows.Length)
            throw new ArgumentException($"{resamples} weights and {rows.Length} values are wanted, not {weights.Length} and {values.Length}.", nameof(weights));
        AddTimes(totals, weights, 1);
        for (var measure = 0; measure < values.Length; measure++)
        {
            if (double.IsNaN(values[measure]))
            {
                AddTimes(Of(missing, measure), weights, 1);
                continue;
            }
            AddTimes(Of(sums, measure), weights, values[measure]);
            rows[measure]++;
        }
    }

    /// <summary>Takes what another of the same shape has taken, as if its rows came after.</summary>
    public void Merge(BootstrapSums later)
    {
        if (later.resamples != resamples || later.rows.Length != rows.Length)
            throw new ArgumentException("Sums of another shape do not add.", nameof(later));
        AddTimes(totals, later.totals, 1);
        AddTimes(sums, later.sums, 1);
        AddTimes(missing, later.missing, 1);
        for (var measure = 0; measure < rows.Length; measure++) rows[measure] += later.rows[measure];
    }

    /// <summary>Forgets what it has taken.</summary>
    public void Clear()
    {
        Array.Clear(totals);
        Array.Clear(sums);
        Array.Clear(missing);
        Array.Clear(rows);
    }

    /// <summary>Mean of a measure in every resample; not a number in one that drew no row.</summary>
    public double[] Means(int measure)
    {
        var means = new double[resamples];
        for (var b = 0; b < resamples; b++) means[b] = Of(sums, measure)[b] / (totals[b] - Of(missing, measure)[b]);
        return means;
    }

    /// <summary>
    /// Interval of a mean by percentiles (Efron and Tibshirani 1993, §13.3): of B sorted means the ends are number (B + 1)(1 − level)/2 from either side.
    /// Null with fewer than <see cref="FewestRows"/> rows.
    /// </summary>
    public Interval? Interval(int measure, double level = 0.95)
    {
        if (rows[measure] < FewestRows) return null;
        var means = Array.FindAll(Means(measure), static mean => !double.IsNaN(mean));
        Array.Sort(means);
        var end = Math.Max(1, (int)((means.Length + 1) * (1 - level) / 2 + 1e-9));
        return new Interval(means[end - 1], means[^end]);
    }

    private Span<double> Of(double[] table, int measure) => table.AsSpan(measure * resamples, resamples);

    private static void AddTimes(Span<double> into, ReadOnlySpan<double> from, double factor)
    {
        var wideInto = MemoryMarshal.Cast<double, Vector<double>>(into);
        var wideFrom = MemoryMarshal.Cast<double, Vector<double>>(from);
        for (var k = 0; k < wideInto.Length; k++) wideInto[k] += wideFrom[k] * factor;
        for (var k = wideInto.Length * Vector<double>.Count; k < into.Length; k++) into[k] += from[k] * factor;
    }
}
