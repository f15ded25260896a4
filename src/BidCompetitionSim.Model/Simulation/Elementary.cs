using System.Runtime.CompilerServices;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// Elementary functions with the same bits on every processor and operating system: only + − × ÷ √, comparisons and
/// integer operations on the bits. They replace the platform's, whose last bits change with the processor's features.
/// </summary>
/// <remarks>
/// Argument reduction and polynomial coefficients of <see cref="Exp"/> and <see cref="Log"/> follow fdlibm
/// (Copyright 1993 Sun Microsystems, Inc.; permission to use, copy, modify and distribute is freely granted, provided
/// that this notice is preserved). Errors quoted were measured against 50-digit arithmetic.
/// </remarks>
public static partial class Elementary
{
    // The just-in-time compiler never contracts a·b + c to a fused multiply-add, neither on x64 nor on arm64,
    // so every product below is rounded once, everywhere.
    private const double Ln2 = 6.93147180559945309417e-01;
    private const double Ln2Head = 6.93147180369123816490e-01; // ln 2 with 20 trailing zero bits: k·Ln2Head is exact
    private const double Ln2Tail = 1.90821492927058770002e-10;
    internal const double InverseLn2 = 1.44269504088896338700e+00;
    private const double ExpOverflow = 7.09782712893383973096e+02;
    private const double ExpUnderflow = -7.45133219101941108420e+02;
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double TwoTo54 = 18014398509481984.0;
    private const long SignificandBits = 0x000F_FFFF_FFFF_FFFF;
    private const long HalfRootTwoBits = 0x3FE6_A09E_0000_0000;
    private const long OneBits = 0x3FF0_0000_0000_0000;

    /// <summary>e to the power <paramref name="x"/>; under 1 ulp (0.83 measured). Overflows to ∞ above 709.78, is 0 below −745.13.</summary>
    public static double Exp(double x) => ExpOfSum(x, 0.0);

    /// <summary>Natural logarithm; under 1 ulp (0.77 measured). ln 0 = −∞, negative ⇒ NaN.</summary>
    public static double Log(double x)
    {
        if (!(x > 0.0))
        {
            return x == 0.0 ? double.NegativeInfinity : double.NaN;
        }

        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        var (k, m) = SplitAroundOne(x);
        var f = m - 1.0;
        var halfSquare = 0.5 * f * f;
        var s = f / (2.0 + f);
        var z = s * s;
        var w = z * z;
        var even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
        var odd = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01
            + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
        return k * Ln2Head - ((halfSquare - (s * (halfSquare + (even + odd)) + k * Ln2Tail)) - f);
    }

    /// <summary>Logistic function 1/(1 + e⁻ˣ), without overflow; within (0, 1) up to rounding.</summary>
    public static double Logistic(double x)
    {
        if (x >= 0.0)
        {
            return 1.0 / (1.0 + Exp(-x));
        }

        var e = Exp(x);
        return e / (1.0 + e);
    }

    /// <summary>The nearest whole number, ties to even: how every drawn duration becomes days.</summary>
    /// <exception cref="OverflowException">The value is NaN or does not fit an int.</exception>
    public static int RoundHalfEven(double value) => checked((int)Math.Round(value, MidpointRounding.ToEven));

    // e^(x + tail) for |tail| far below |x|: the tail carries what a product could not hold in one double.
    private static double ExpOfSum(double x, double tail)
    {
        if (!(x <= ExpOverflow))
        {
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        }

        if (x < ExpUnderflow)
        {
            return 0.0;
        }

        var k = (int)(InverseLn2 * x + (x < 0.0 ? -0.5 : 0.5));
        var high = x - k * Ln2Head;
        var low = k * Ln2Tail - tail;
        var r = high - low;
        var t = r * r;
        var c = r - t * (1.66666666666666019037e-01 + t * (-2.77777777770155933842e-03 + t * (6.61375632143793436117e-05
            + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
        return Scale(1.0 - ((low - r * c / (2.0 - c)) - high), k);
    }

    // y·2^k for y in [½, 2]; results below the normal range are rounded once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Scale(double y, int k) => k switch
    {
        > 1023 => y * 2.0 * PowerOfTwo(k - 1),
        >= -1021 => y * PowerOfTwo(k),
        _ => y * PowerOfTwo(k + 600) * PowerOfTwo(-600),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);

    // x = 2^k·m with m in [√½, √2), x positive and finite.
    private static (int K, double M) SplitAroundOne(double x)
    {
        var k = 0;
        if (x < SmallestNormal)
        {
            x *= TwoTo54;
            k = -54;
        }

        var shifted = BitConverter.DoubleToInt64Bits(x) + (OneBits - HalfRootTwoBits);
        k += (int)(shifted >> 52) - 1023;
        return (k, BitConverter.Int64BitsToDouble((shifted & SignificandBits) + HalfRootTwoBits));
    }
}
