using System.Numerics;
using System.Runtime.CompilerServices;

namespace BidCompetitionSim.Model.Simulation;

public static partial class Elementary
{
    // Powers that can be split in two halves without a loss; 0 is none of them.
    private const double LeastPlainPower = 1e-150;
    private const double MostPlainPower = 1e150;

    /// <summary><see cref="Pow(double, double)"/> of each lane, with the same bits.</summary>
    internal static Vector<double> Pow(Vector<double> x, Vector<double> y)
    {
        var size = Vector.Abs(y);
        if (!IsPlain(x) || !Vector.GreaterThanOrEqualAll(size, new Vector<double>(LeastPlainPower)) || !Vector.LessThanOrEqualAll(size, new Vector<double>(MostPlainPower)))
            return PowLaneByLane(x, y);
        var (log, logTail) = LogInTwo(x);
        if (!Vector.LessThanOrEqualAll(Vector.Abs(y * log), new Vector<double>(PlainExponent))) return PowLaneByLane(x, y);
        var (product, error) = TwoProduct(y, log);
        return PlainExp(product, error + y * logTail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> Head, Vector<double> Tail) LogInTwo(Vector<double> x)
    {
        var (k, m) = SplitAroundOne(x);
        var f = m - Vector<double>.One;
        var (sum, sumTail) = TwoSum(m, Vector<double>.One);
        var s = f / sum;
        var (back, backTail) = TwoProduct(s, sum);
        var sTail = (f - back - backTail - s * sumTail) / sum;

        var (z, zTail) = TwoProduct(s, s);
        zTail += 2.0 * s * sTail;
        var last = new Vector<double>(1.0 / 17) + z * (new Vector<double>(1.0 / 19) + z * (new Vector<double>(1.0 / 21) + z * (1.0 / 23)));
        var middle = new Vector<double>(1.0 / 11) + z * (new Vector<double>(1.0 / 13) + z * (new Vector<double>(1.0 / 15) + z * last));
        var rest = z * (new Vector<double>(1.0 / 5) + z * (new Vector<double>(1.0 / 7) + z * (new Vector<double>(1.0 / 9) + z * middle)));
        var (third, thirdTail) = TwoSum(new Vector<double>(ThirdHead), rest);
        thirdTail += new Vector<double>(ThirdTail);
        var (series, seriesTail) = TwoProduct(z, third);
        seriesTail += z * thirdTail + zTail * third;
        var (factor, factorTail) = TwoSum(Vector<double>.One, series);
        factorTail += seriesTail;
        var (logM, logMTail) = TwoProduct(2.0 * s, factor);
        logMTail += 2.0 * (s * factorTail + sTail * factor);

        var (head, tail) = TwoSum(k * Ln2Head, logM);
        tail += logMTail + k * Ln2Tail;
        return TwoSum(head, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> Sum, Vector<double> Error) TwoSum(Vector<double> a, Vector<double> b)
    {
        var sum = a + b;
        var partOfB = sum - a;
        return (sum, a - (sum - partOfB) + (b - partOfB));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> Product, Vector<double> Error) TwoProduct(Vector<double> a, Vector<double> b)
    {
        var product = a * b;
        var (aHigh, aLow) = Halves(a);
        var (bHigh, bLow) = Halves(b);
        return (product, aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> High, Vector<double> Low) Halves(Vector<double> a)
    {
        var spread = Splitter * a;
        var high = spread - (spread - a);
        return (high, a - high);
    }

    private static Vector<double> PowLaneByLane(Vector<double> x, Vector<double> y)
    {
        Span<double> lanes = stackalloc double[Vector<double>.Count];
        for (var k = 0; k < lanes.Length; k++) lanes[k] = Pow(x[k], y[k]);
        return new Vector<double>(lanes);
    }
}
