using System.Numerics;
using System.Runtime.CompilerServices;

namespace BidCompetitionSim.Model.Simulation;

public static partial class Elementary
{
    // Within it no lane overflows, vanishes or is subnormal, so every lane takes the same steps.
    private const double PlainExponent = 700.0;

    // Its last bits count units: adding a whole number leaves that number there, in two's complement.
    private const double UnitsInLastBits = 6755399441055744.0;

    /// <summary><see cref="Exp(double)"/> of each lane, with the same bits: the same operations, elementwise.</summary>
    internal static Vector<double> Exp(Vector<double> x) =>
        Vector.LessThanOrEqualAll(Vector.Abs(x), new Vector<double>(PlainExponent)) ? PlainExp(x, Vector<double>.Zero) : LaneByLane(x);

    // e^(x + tail), as ExpOfSum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> PlainExp(Vector<double> x, Vector<double> tail)
    {
        var half = Vector.ConditionalSelect(Vector.LessThan(x, Vector<double>.Zero), new Vector<double>(-0.5), new Vector<double>(0.5));
        var k = Vector.Truncate(InverseLn2 * x + half) + Vector<double>.Zero;
        var high = x - k * Ln2Head;
        var low = k * Ln2Tail - tail;
        var r = high - low;
        var t = r * r;
        var fourth = new Vector<double>(-1.65339022054652515390e-06) + t * 4.13813679705723846039e-08;
        var third = new Vector<double>(6.61375632143793436117e-05) + t * fourth;
        var second = new Vector<double>(-2.77777777770155933842e-03) + t * third;
        var first = new Vector<double>(1.66666666666666019037e-01) + t * second;
        var c = r - t * first;
        var y = Vector<double>.One - ((low - r * c / (new Vector<double>(2.0) - c)) - high);
        var exponent = Vector.AsVectorInt64(k + new Vector<double>(UnitsInLastBits)) + new Vector<long>(1023);
        return y * Vector.AsVectorDouble(Vector.ShiftLeft(exponent, 52));
    }

    /// <summary><see cref="Log(double)"/> of each lane, with the same bits.</summary>
    internal static Vector<double> Log(Vector<double> x)
    {
        if (!IsPlain(x)) return LogLaneByLane(x);
        var (k, m) = SplitAroundOne(x);
        var f = m - Vector<double>.One;
        var halfSquare = 0.5 * f * f;
        var s = f / (new Vector<double>(2.0) + f);
        var z = s * s;
        var w = z * z;
        var even = w * (new Vector<double>(3.999999999940941908e-01) + w * (new Vector<double>(2.222219843214978396e-01) + w * 1.531383769920937332e-01));
        var odd = z * (new Vector<double>(6.666666666666735130e-01) + w * (new Vector<double>(2.857142874366239149e-01)
            + w * (new Vector<double>(1.818357216161805012e-01) + w * 1.479819860511658591e-01)));
        return k * Ln2Head - ((halfSquare - (s * (halfSquare + (even + odd)) + k * Ln2Tail)) - f);
    }

    /// <summary><see cref="Logistic(double)"/> of each lane, with the same bits.</summary>
    internal static Vector<double> Logistic(Vector<double> x)
    {
        var e = Exp(-Vector.Abs(x));
        return Vector.ConditionalSelect(Vector.GreaterThanOrEqual(x, Vector<double>.Zero), Vector<double>.One, e) / (Vector<double>.One + e);
    }

    private static bool IsPlain(Vector<double> x) =>
        Vector.GreaterThanOrEqualAll(x, new Vector<double>(SmallestNormal)) && Vector.LessThanOrEqualAll(x, new Vector<double>(double.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> K, Vector<double> M) SplitAroundOne(Vector<double> x)
    {
        var shifted = Vector.AsVectorInt64(x) + new Vector<long>(OneBits - HalfRootTwoBits);
        var exponent = Vector.ShiftRightLogical(shifted, 52) - new Vector<long>(1023);
        var units = new Vector<double>(UnitsInLastBits);
        var k = Vector.AsVectorDouble(exponent + Vector.AsVectorInt64(units)) - units;
        return (k, Vector.AsVectorDouble((shifted & new Vector<long>(SignificandBits)) + new Vector<long>(HalfRootTwoBits)));
    }

    private static Vector<double> LogLaneByLane(Vector<double> x)
    {
        Span<double> lanes = stackalloc double[Vector<double>.Count];
        for (var k = 0; k < lanes.Length; k++) lanes[k] = Log(x[k]);
        return new Vector<double>(lanes);
    }

    private static Vector<double> LaneByLane(Vector<double> x)
    {
        Span<double> lanes = stackalloc double[Vector<double>.Count];
        for (var k = 0; k < lanes.Length; k++) lanes[k] = Exp(x[k]);
        return new Vector<double>(lanes);
    }
}
