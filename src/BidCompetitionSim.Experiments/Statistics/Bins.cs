using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>
/// The bins distributions are counted in, numbered as their values rise, 0 in the middle. Hundredths: bin k holds what rounds to k/100.
/// Half percent: bin ±k holds magnitudes that round, on a logarithmic scale, to 1.005^(k − 4001); bin 0 holds 0 and what is nearer to it than 2·10⁻⁹.
/// So round numbers, and 1, lie in the middle of a bin and not on an edge. Edges come from <see cref="Elementary"/> and division alone: they are the
/// same on every machine. A value within rounding error of an edge may fall on either side of it, but everywhere on the same.
/// </summary>
public static class Bins
{
    private const double Log1005 = 0.0049875415110390736; // ln 1.005
    private const double PerLog = 200.49958437171306; // 1/ln 1.005
    private const int LastHundredth = 1_000_000;
    private const int SmallestPower = -4000;
    private const int LargestPower = 6000;
    private static readonly double NearestToZero = Elementary.Exp((SmallestPower - 0.5) * Log1005);

    /// <summary>Number of the last bin; the first is its negative. Values go to 10,000 in hundredths and to 10¹³ in half percents.</summary>
    public static int Last(Resolution resolution) => resolution == Resolution.Hundredths ? LastHundredth : LargestPower - SmallestPower + 1;

    /// <summary>Bin of a value; one past an end for values beyond it. The value is a number.</summary>
    public static int Of(Resolution resolution, double value)
    {
        if (resolution == Resolution.Hundredths)
            return (int)Math.Clamp(Math.Round(value * 100, MidpointRounding.ToEven), -LastHundredth - 1, LastHundredth + 1);
        var magnitude = Math.Abs(value);
        if (magnitude < NearestToZero) return 0;
        var power = Math.Clamp(Math.Round(Elementary.Log(magnitude) * PerLog, MidpointRounding.ToEven), SmallestPower, LargestPower + 1);
        var bin = (int)power - SmallestPower + 1;
        return value < 0 ? -bin : bin;
    }

    /// <summary>Middle of a bin: what its values are taken for.</summary>
    public static double Middle(Resolution resolution, int bin) =>
        resolution == Resolution.Hundredths ? bin / 100.0
        : bin == 0 ? 0
        : Math.Sign(bin) * Power(Math.Abs(bin));

    /// <summary>Upper edge of a bin, the lower one of the next.</summary>
    public static double UpperEdge(Resolution resolution, int bin) =>
        resolution == Resolution.Hundredths ? (2 * bin + 1) / 200.0
        : bin >= 0 ? Power(bin + 0.5)
        : -Power(-bin - 0.5);

    /// <summary>How far a value may be from the middle of its bin.</summary>
    /// <param name="resolution">The bins.</param>
    /// <param name="middle">That middle.</param>
    public static double Error(Resolution resolution, double middle) =>
        resolution == Resolution.Hundredths ? 0.005 : Math.Max(NearestToZero, 0.0025 * Math.Abs(middle));

    private static double Power(double bin) => Elementary.Exp((bin - 1 + SmallestPower) * Log1005);
}
