using System.Numerics;

namespace BidCompetitionSim.Model.Simulation;

public static partial class Elementary
{
    private const double InverseRootTwoPi = 0.39894228040143267794;
    private const double Vanishing = 39.0; // beyond it density and tail are below the smallest double
    private const double Central = 0.67448975;
    private const double Outer = 5.656854249492380195; // √32

    /// <summary>Standard normal density; relative error under 4e-16 (2.6e-16 measured) unless subnormal.</summary>
    public static double NormalDensity(double x) => InverseRootTwoPi * ExpOfMinusHalfSquare(x);

    /// <summary>
    /// Standard normal distribution function by Cody's (1969) rational approximations; relative error under 1e-15 (6.4e-16
    /// measured) in the whole lower tail, down to the last normal value at x ≈ −37.5.
    /// </summary>
    public static double NormalCdf(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        var size = Math.Abs(x);
        if (size <= Central)
        {
            return 0.5 + CentralArea(x);
        }

        var tail = size > Vanishing ? 0.0 : ExpOfMinusHalfSquare(size) * ScaledTail(size);
        return x < 0.0 ? tail : 1.0 - tail;
    }

    /// <summary>
    /// Upper tail of the standard normal over its unscaled density, Φ(−y)·e^(y²/2), for <paramref name="y"/> ≥ 0:
    /// what ratios of two small tails are made of. Falls as 1/(y√2π); relative error under 1e-15.
    /// </summary>
    public static double ScaledTail(double y)
    {
        if (y <= Central)
        {
            return (0.5 - CentralArea(y)) / ExpOfMinusHalfSquare(y);
        }

        return y <= Outer ? MiddleTail(y) : OuterTail(y);
    }

    /// <summary>
    /// φ(t)/Φ(t), the mean of a standard normal truncated to lie above −t; never divides two vanishing numbers.
    /// Grows as −t to the left, vanishes to the right.
    /// </summary>
    public static double NormalHazard(double t) =>
        t < 0.0 ? InverseRootTwoPi / ScaledTail(-t) : NormalDensity(t) / NormalCdf(t);

    /// <summary>
    /// The standard normal's quantile, algorithm AS 241 (Wichura 1988); relative error under 1e-15
    /// (6.5e-16 measured).
    /// 0 ⇒ −∞, 1 ⇒ ∞, outside [0, 1] ⇒ NaN.
    /// </summary>
    public static double InverseNormal(double u)
    {
        var q = u - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            return q * CentralQuantile(0.180625 - q * q);
        }

        var tail = q < 0.0 ? u : 1.0 - u;
        if (!(tail > 0.0))
        {
            return tail == 0.0 ? (q < 0.0 ? double.NegativeInfinity : double.PositiveInfinity) : double.NaN;
        }

        var r = Math.Sqrt(-Log(tail));
        var z = r <= 5.0 ? NearTailQuantile(r - 1.6) : FarTailQuantile(r - 5.0);
        return q < 0.0 ? -z : z;
    }

    /// <summary><see cref="InverseNormal"/> of each of some values, in their place, with the same bits.</summary>
    /// <param name="values">Whole vectors of them.</param>
    internal static void InvertNormals(Span<double> values)
    {
        for (var k = 0; k < values.Length; k += Vector<double>.Count)
        {
            var u = new Vector<double>(values[k..]);
            var q = u - new Vector<double>(0.5);
            (q * CentralQuantile(new Vector<double>(0.180625) - q * q)).CopyTo(values[k..]);
            if (Vector.LessThanOrEqualAll(Vector.Abs(q), new Vector<double>(0.425))) continue;
            for (var lane = 0; lane < Vector<double>.Count; lane++)
                if (!(Math.Abs(q[lane]) <= 0.425)) values[k + lane] = InverseNormal(u[lane]);
        }
    }

    // The square's rounding error would be multiplied by the exponential: carry it along.
    private static double ExpOfMinusHalfSquare(double x)
    {
        if (!(Math.Abs(x) <= Vanishing))
        {
            return double.IsNaN(x) ? x : 0.0;
        }

        var (square, error) = TwoProduct(x, x);
        return ExpOfSum(-0.5 * square, -0.5 * error);
    }

    // Φ(x) − ½ for |x| ≤ 0.67448975.
    private static double CentralArea(double x)
    {
        var s = x * x;
        var top = 18154.981253343561249 + s * (1067.6894854603709582 + s * (161.02823106855587881
            + s * (2.2352520354606839287 + s * 0.065682337918207449113)));
        var bottom = 45507.789335026729956 + s * (10260.932208618978205 + s * (976.09855173777669322
            + s * (47.20258190468824187 + s)));
        return x * top / bottom;
    }

    private static double MiddleTail(double y)
    {
        var top = 9842.7148383839780218 + y * (11602.651437647350124 + y * (6848.1904505362823326
            + y * (2494.5375852903726711 + y * (597.27027639480026226 + y * (93.506656132177855979
            + y * (8.8831497943883759412 + y * (0.39894151208813466764 + y * 1.0765576773720192317e-8)))))));
        var bottom = 19685.429676859990727 + y * (38912.003286093271411 + y * (34900.952721145977266
            + y * (18615.571640885098091 + y * (6485.558298266760755 + y * (1519.377599407554805
            + y * (235.38790178262499861 + y * (22.266688044328115691 + y)))))));
        return top / bottom;
    }

    private static double OuterTail(double y)
    {
        var s = 1.0 / (y * y);
        var top = 2.9112874951168792e-5 + s * (0.001421619193227893466 + s * (0.022235277870649807
            + s * (0.1274011611602473639 + s * (0.21589853405795699 + s * 0.02307344176494017303))));
        var bottom = 7.29751555083966205e-5 + s * (0.00378239633202758244 + s * (0.0659881378689285515
            + s * (0.468238212480865118 + s * (1.28426009614491121 + s))));
        return (InverseRootTwoPi - s * top / bottom) / y;
    }

    private static double CentralQuantile(double r) => CentralQuantile(new Vector<double>(r))[0];

    private static Vector<double> CentralQuantile(Vector<double> r)
    {
        var top = new Vector<double>(3.3430575583588128105e4) + r * 2.5090809287301226727e3;
        top = new Vector<double>(6.7265770927008700853e4) + r * top;
        top = new Vector<double>(4.5921953931549871457e4) + r * top;
        top = new Vector<double>(1.3731693765509461125e4) + r * top;
        top = new Vector<double>(1.9715909503065514427e3) + r * top;
        top = new Vector<double>(1.3314166789178437745e2) + r * top;
        top = new Vector<double>(3.3871328727963666080e0) + r * top;
        var bottom = new Vector<double>(2.8729085735721942674e4) + r * 5.2264952788528545610e3;
        bottom = new Vector<double>(3.9307895800092710610e4) + r * bottom;
        bottom = new Vector<double>(2.1213794301586595867e4) + r * bottom;
        bottom = new Vector<double>(5.3941960214247511077e3) + r * bottom;
        bottom = new Vector<double>(6.8718700749205790830e2) + r * bottom;
        bottom = new Vector<double>(4.2313330701600911252e1) + r * bottom;
        bottom = new Vector<double>(1.0) + r * bottom;
        return top / bottom;
    }

    private static double NearTailQuantile(double r)
    {
        var top = 1.42343711074968357734e0 + r * (4.63033784615654529590e0 + r * (5.76949722146069140550e0
            + r * (3.64784832476320460504e0 + r * (1.27045825245236838258e0 + r * (2.41780725177450611770e-1
            + r * (2.27238449892691845833e-2 + r * 7.74545014278341407640e-4))))));
        var bottom = 1.0 + r * (2.05319162663775882187e0 + r * (1.67638483018380384940e0
            + r * (6.89767334985100004550e-1 + r * (1.48103976427480074590e-1 + r * (1.51986665636164571966e-2
            + r * (5.47593808499534494600e-4 + r * 1.05075007164441684324e-9))))));
        return top / bottom;
    }

    private static double FarTailQuantile(double r)
    {
        var top = 6.65790464350110377720e0 + r * (5.46378491116411436990e0 + r * (1.78482653991729133580e0
            + r * (2.96560571828504891230e-1 + r * (2.65321895265761230930e-2 + r * (1.24266094738807843860e-3
            + r * (2.71155556874348757815e-5 + r * 2.01033439929228813265e-7))))));
        var bottom = 1.0 + r * (5.99832206555887937690e-1 + r * (1.36929880922735805310e-1
            + r * (1.48753612908506148525e-2 + r * (7.86869131145613259100e-4 + r * (1.84631831751005468180e-5
            + r * (1.42151175831644588870e-7 + r * 2.04426310338993978564e-15))))));
        return top / bottom;
    }
}
