namespace BidCompetitionSim.Model.Sponsors;

/// <summary>How two that agree divide what they get: what each would have had without the other, and half of what is gained (Nash 1950).</summary>
/// <param name="First">The first's share.</param>
/// <param name="Second">The second's share.</param>
public readonly record struct NashShares(double First, double Second)
{
    /// <summary>Divides a sum.</summary>
    /// <param name="sum">What they get together, at least the sum of what they would have had apart.</param>
    /// <param name="first">What the first would have had.</param>
    /// <param name="second">What the second would have had.</param>
    public static NashShares Of(double sum, double first, double second)
    {
        var gain = (sum - (first + second)) / 2;
        return new NashShares(first + gain, second + gain);
    }
}
