using System.Numerics;

namespace BidCompetitionSim.Model.States;

/// <summary>
/// How several states choose one bid: that with the largest sum of their utilities, weighted by their shares (Harsanyi 1955), among those that each of
/// them likes better than none: a treaty binds nobody who has not agreed to it. Nobody if there is none.
/// </summary>
public static class JointChoice
{
    /// <summary>Chooses.</summary>
    /// <param name="hosts">The states.</param>
    /// <param name="utilities">[state, sponsor and, last, nobody]: utilities with taste, row by row; meaningful where a sponsor may be chosen.</param>
    /// <param name="eligible">Sponsors that may be chosen, as a bit mask.</param>
    /// <returns>Index of the sponsor, -1 for nobody.</returns>
    public static int Winner(ReadOnlySpan<HostShare> hosts, ReadOnlySpan<double> utilities, ulong eligible)
    {
        var (best, highest) = (-1, double.NegativeInfinity);
        for (var left = Acceptable(hosts, utilities, eligible); left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            var sum = Sum(hosts, utilities, k);
            if (sum > highest) (best, highest) = (k, sum);
        }
        return best;
    }

    /// <summary>The bids that each of the states likes better than none, as a bit mask.</summary>
    /// <inheritdoc cref="Winner"/>
    public static ulong Acceptable(ReadOnlySpan<HostShare> hosts, ReadOnlySpan<double> utilities, ulong eligible)
    {
        var row = utilities.Length / hosts.Length;
        var acceptable = eligible;
        for (var h = 0; h < hosts.Length; h++)
            for (var left = acceptable; left != 0; left &= left - 1)
            {
                var k = BitOperations.TrailingZeroCount(left);
                if (!(utilities[h * row + k] > utilities[h * row + row - 1])) acceptable &= ~(1UL << k);
            }
        return acceptable;
    }

    // Over nobody, which moves no ranking.
    private static double Sum(ReadOnlySpan<HostShare> hosts, ReadOnlySpan<double> utilities, int sponsor)
    {
        var row = utilities.Length / hosts.Length;
        double sum = 0;
        for (var h = 0; h < hosts.Length; h++) sum += hosts[h].Weight * (utilities[h * row + sponsor] - utilities[h * row + row - 1]);
        return sum;
    }
}
