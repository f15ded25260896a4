namespace BidCompetitionSim.Model.Network;

/// <summary>
/// A value of every pair in a few successive snapshots of a network. Sums over pairs are taken of all those snapshots at once, each in the order of
/// its pairs: an addition waits for the one before it, so sums that wait side by side cost little more than one. Scratch of its owner.
/// </summary>
internal sealed class PairRows
{
    /// <summary>How many snapshots stand side by side.</summary>
    public const int Count = 4;

    private readonly double[] first;
    private readonly double[][] rows;

    /// <summary>Rows that start from the values of the first snapshot, which are the same in every run.</summary>
    public PairRows(double[] first)
    {
        this.first = first;
        rows = new double[Count][];
        for (var row = 0; row < Count; row++) rows[row] = new double[first.Length];
    }

    /// <summary>The values of a snapshot, as they were in the one before until the caller changes them.</summary>
    /// <param name="snapshot">0, or the one after the last one asked for.</param>
    public double[] Follow(int snapshot)
    {
        var row = rows[snapshot % Count];
        (snapshot == 0 ? first : rows[(snapshot - 1) % Count]).CopyTo(row, 0);
        return row;
    }

    /// <summary>Sums each row.</summary>
    public void Sum(Span<double> sums)
    {
        double a = 0, b = 0, c = 0, d = 0;
        var (rowA, rowB, rowC, rowD) = (rows[0], rows[1], rows[2], rows[3]);
        for (var pair = 0; pair < rowA.Length; pair++)
        {
            a += rowA[pair];
            b += rowB[pair];
            c += rowC[pair];
            d += rowD[pair];
        }
        (sums[0], sums[1], sums[2], sums[3]) = (a, b, c, d);
    }

    /// <summary>Sums some pairs of each row, weighted.</summary>
    public void Sum(int[] some, double[] weights, Span<double> sums)
    {
        double a = 0, b = 0, c = 0, d = 0;
        var (rowA, rowB, rowC, rowD) = (rows[0], rows[1], rows[2], rows[3]);
        for (var k = 0; k < some.Length; k++)
        {
            var (pair, weight) = (some[k], weights[k]);
            a += weight * rowA[pair];
            b += weight * rowB[pair];
            c += weight * rowC[pair];
            d += weight * rowD[pair];
        }
        (sums[0], sums[1], sums[2], sums[3]) = (a, b, c, d);
    }
}
