using System.Numerics;
using System.Runtime.CompilerServices;

namespace BidCompetitionSim.Model.Simulation;

// For bounds alone, which need no bits: twice as many lanes, and a few parts in ten million off.
public static partial class Elementary
{
    // Products of two sums of them are finite.
    private const float RoughExponent = 58f;

    // Its last bits count units: adding a whole number leaves that number there, in two's complement.
    private const float RoughUnits = 12582912f;

    private const int BitsOfHalfRoot2 = 0x3F3504F3;

    /// <summary>
    /// Two to the power of each lane, to three parts in ten million: the nearest power of two times the polynomial of degree 5 that is least wrong
    /// around it. Beyond ±58 it is taken at ±58; of what is no number, at −58.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> RoughPowerOfTwo(Vector<float> x)
    {
        x = Vector.MinNative(Vector.MaxNative(x, new Vector<float>(-RoughExponent)), new Vector<float>(RoughExponent));
        var shifted = x + new Vector<float>(RoughUnits);
        var r = x - (shifted - new Vector<float>(RoughUnits));
        var square = r * r;
        var low = new Vector<float>(1.00000007f) + r * 0.693146967f + square * (new Vector<float>(0.240221197f) + r * 0.0555071327f);
        var high = new Vector<float>(9.67554133e-3f) + r * 1.32764720e-3f;
        var exponent = Vector.ShiftLeft(Vector.AsVectorInt32(shifted) + new Vector<int>(127), 23);
        return (low + square * square * high) * Vector.AsVectorSingle(exponent);
    }

    /// <summary>The natural logarithm of each lane, a normal number above 0, off by at most 3·10⁻⁷ and as many parts of one.</summary>
    internal static Vector<float> RoughLog(Vector<float> x)
    {
        var bits = Vector.AsVectorInt32(x);
        var k = Vector.ShiftRightArithmetic(bits - new Vector<int>(BitsOfHalfRoot2), 23);
        var f = Vector.AsVectorSingle(bits - Vector.ShiftLeft(k, 23)) - Vector<float>.One;
        var s = f / (new Vector<float>(2f) + f);
        var square = s * s;
        var series = Vector<float>.One + square * (new Vector<float>(1 / 3f) + square * (new Vector<float>(1 / 5f) + square * (1 / 7f)));
        return Vector.ConvertToSingle(k) * (float)Ln2 + 2f * s * series;
    }

    /// <summary>The logistic function of each lane, off by at most 2·10⁻⁷ and what its argument is.</summary>
    internal static Vector<float> RoughLogistic(Vector<float> x) => Vector<float>.One / (Vector<float>.One + RoughPowerOfTwo(x * (float)-InverseLn2));
}
