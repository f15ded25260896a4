using System.Numerics;

namespace BidCompetitionSim.Model.Simulation;

public static partial class Elementary
{
    // Within it no lane overflows, vanishes or is subnormal, so every lane takes the same steps.
    private const double PlainExponent = 700.0;

    // Its last bits count units: adding a whole number leaves that number there, in two's complement.
    private const double UnitsInLastBits = 6755399441055744.0;

    /// <summary><see cref="Exp(double)"/> of each lane, with the same bits: the same operations, elementwise.</summary>
    internal static Vector<double> Exp(Vector<double> x)
    {
        if (!Vector.LessThanOrEqualAll(Vector.Abs(x), new Vector<double>(PlainExponent))) return LaneByLane(x);
        var half = Vector.ConditionalSelect(Vector.LessThan(x, Vector<double>.Zero), new Vector<double>(-0.5), new Vector<double>(0.5));
        var k = Vector.Truncate(InverseLn2 * x + half) + Vector<double>.Zero;
        var high = x - k * Ln2Head;
        var low = k * Ln2Tail;
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

    /// <summary><see cref="Logistic(double)"/> of each lane, with the same bits.</summary>
    internal static Vector<double> Logistic(Vector<double> x)
    {
        var e = Exp(-Vector.Abs(x));
        return Vector.ConditionalSelect(Vector.GreaterThanOrEqual(x, Vector<double>.Zero), Vector<double>.One, e) / (Vector<double>.One + e);
    }

    private static Vector<double> LaneByLane(Vector<double> x)
    {
        Span<double> lanes = stackalloc double[Vector<double>.Count];
        for (var k = 0; k < lanes.Length; k++) lanes[k] = Exp(x[k]);
        return new Vector<double>(lanes);
    }
}
