namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>An empirical distribution function as steps, thinned for drawing: every point that is left is exact.</summary>
/// <param name="Edges">Upper edges of bins, rising. The first is below all values counted in bins.</param>
/// <param name="AtOrBelow">Values at or below each edge.</param>
public sealed record Ecdf(double[] Edges, long[] AtOrBelow)
{
    /// <summary>Steps of at most so many points: between two that stand, no share above 1/(points − 2) is passed over but where one bin holds it.</summary>
    /// <param name="counts">The distribution.</param>
    /// <param name="points">Most points wanted, 3 or more.</param>
    public static Ecdf Of(Counts counts, int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 3);
        var (edges, atOrBelow) = (new List<double>(), new List<long>());
        var last = counts.Window.LastIndexOfAnyExcept(0);
        var (sum, kept) = (counts.BelowRange, counts.BelowRange);
        for (var k = counts.Window.IndexOfAnyExcept(0); k >= 0 && k <= last; k++)
        {
            var bin = counts.First + k;
            if (edges.Count == 0) Keep(bin - 1);
            sum += counts.Window[k];
            if (k == last || (Int128)(sum - kept) * (points - 2) >= counts.Total) Keep(bin);
        }
        return new Ecdf([.. edges], [.. atOrBelow]);

        void Keep(int bin)
        {
            edges.Add(Bins.UpperEdge(counts.Resolution, bin));
            atOrBelow.Add(sum);
            kept = sum;
        }
    }
}
