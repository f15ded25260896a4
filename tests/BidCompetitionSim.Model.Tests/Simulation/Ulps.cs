namespace BidCompetitionSim.Model.Tests.Simulation;

internal static class Ulps
{
    /// <summary>How many doubles lie between two values of one sign.</summary>
    public static long Between(double a, double b) =>
        Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));

    /// <summary>A spread of inputs that is the same in every run, 0 ≤ i &lt; count.</summary>
    public static IEnumerable<double> Inputs(double low, double high, int count)
    {
        var random = new Random(20151);
        for (var i = 0; i < count; i++)
        {
            yield return low + (high - low) * random.NextDouble();
        }
    }
}
