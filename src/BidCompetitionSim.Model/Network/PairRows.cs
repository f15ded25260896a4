using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BidCompetitionSim.Model.Network;

/// <summary>
/// A value of every pair in a few successive snapshots of a network, a row of them a pair. Sums over pairs are taken of all those snapshots at once,
/// each in the order of its pairs: an addition waits for the one before it, so sums that wait side by side cost little more than one. Scratch of its
/// owner.
/// </summary>
internal sealed class PairRows
{
    /// <summary>How many snapshots stand side by side; no lane knows of another, so the width of the machine's own vectors changes no bit.</summary>
    public const int Count = 8;

    private readonly double[] first;
    private readonly Memory<double> rows; // [pair, snapshot]

    /// <summary>Rows that start from the values of the first snapshot, which are the same in every run.</summary>
    public PairRows(double[] first)
    {
        this.first = [.. first];
        rows = CacheLines.AllocateDoubles(first.Length * Count);
        GoOn(isOver: true);
    }

    /// <summary>A row a pair.</summary>
    public Span<Vector512<double>> Rows => MemoryMarshal.Cast<double, Vector512<double>>(rows.Span);

    /// <summary>Goes on to the next snapshots, in which the values are those of the last one until they are set.</summary>
    /// <param name="isOver">Whether there are none, so that the next ones are the first of another run.</param>
    public void GoOn(bool isOver)
    {
        var all = Rows;
        var (values, stride) = NextValues(isOver);
        var next = values.Span;
        for (var pair = 0; pair < all.Length; pair++) all[pair] = Vector512.Create(next[pair * stride]);
    }

    /// <summary>The lanes of a snapshot and those after it.</summary>
    public static Vector512<double> From(int snapshot) =>
        Vector512.GreaterThanOrEqual(Vector512<double>.Indices, Vector512.Create((double)(snapshot % Count)));

    /// <summary>Sets some lanes of a row.</summary>
    public static void Set(ref Vector512<double> row, Vector512<double> lanes, double value) =>
        row = Vector512.ConditionalSelect(lanes, Vector512.Create(value), row);

    /// <summary>Sums of all pairs, and those of other rows, which are as many or none; then both go on, as <see cref="GoOn"/> does it.</summary>
    public (Vector512<double> Own, Vector512<double> Others) SumWith(PairRows others, bool isOver)
    {
        var rows = Rows;
        var otherRows = others.Rows;
        var (values, stride) = NextValues(isOver);
        var next = values.Span;
        var otherNext = others.NextValues(isOver).Values.Span;
        // Not before: what lives across a call, lives in memory ever after.
        Vector512<double> own = default, other = default;
        for (var pair = 0; pair < otherRows.Length; pair++)
        {
            own += rows[pair];
            other += otherRows[pair];
            rows[pair] = Vector512.Create(next[pair * stride]);
            otherRows[pair] = Vector512.Create(otherNext[pair * stride]);
        }
        for (var pair = otherRows.Length; pair < rows.Length; pair++)
        {
            own += rows[pair];
            rows[pair] = Vector512.Create(next[pair * stride]);
        }
        return (own, other);
    }

    /// <summary>Weighted sums of some pairs.</summary>
    public Vector512<double> Sum(int[] some, double[] weights)
    {
        var all = Rows;
        var sum = Vector512<double>.Zero;
        for (var k = 0; k < some.Length; k++) sum += weights[k] * all[some[k]];
        return sum;
    }

    // What each row goes on with, so far apart.
    private (Memory<double> Values, int Stride) NextValues(bool isOver) => isOver ? (first, 1) : (rows[Math.Min(Count - 1, rows.Length)..], Count);
}
