namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>Holm's step-down adjustment (Holm 1979): holds the chance of any false rejection among several tests.</summary>
public static class Holm
{
    /// <summary>Adjusted probabilities, in the order given; rejecting those below a level keeps that level for the family.</summary>
    /// <exception cref="ArgumentException">A value is no probability.</exception>
    public static double[] Adjust(ReadOnlySpan<double> probabilities)
    {
        var p = probabilities.ToArray();
        foreach (var one in p)
            if (!(one is >= 0 and <= 1)) throw new ArgumentException($"{one} is no probability.", nameof(probabilities));
        var order = Enumerable.Range(0, p.Length).OrderBy(i => p[i]).ToArray();
        var adjusted = new double[p.Length];
        double largest = 0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, (p.Length - rank) * p[order[rank]]));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }
}
