using System.Runtime.Intrinsics;

namespace BidCompetitionSim.Model.Network;

/// <summary>The pairs of places whose ideal path needs a segment, with what their traffic is weighed by side by side.</summary>
internal sealed class NeedingPairs
{
    private readonly double[] weights;
    private readonly double[] ideal;
    private readonly double total;

    public NeedingPairs(PairSet pairs, IdealNetwork network, int segment)
    {
        Indices = pairs.Needing(network.Costs, network.Without(segment));
        Places = Array.ConvertAll(Indices, pair => pairs.Pairs[pair]);
        weights = Array.ConvertAll(Indices, pair => pairs.Weights[pair]);
        ideal = Array.ConvertAll(Indices, pair => (double)network.Costs[pair]);
        foreach (var weight in weights) total += weight;
    }

    /// <summary>The pairs, as in <see cref="PairSet"/>.</summary>
    public int[] Indices { get; }

    /// <summary>Their places.</summary>
    public PlacePair[] Places { get; }

    /// <summary>How much of their ideal traffic gets through on a network: Σ w·g*/g / Σ w.</summary>
    /// <param name="actual">g of all pairs, in pair order.</param>
    public double ReachIn(ReadOnlySpan<int> actual)
    {
        double reached = 0;
        for (var k = 0; k < Indices.Length; k++) reached += weights[k] * (ideal[k] / actual[Indices[k]]);
        return reached / total;
    }

    /// <summary>The same on several networks.</summary>
    /// <param name="through">g*/g of all pairs.</param>
    /// <param name="reaches">Receives one a network; all 1 where no pair needs the segment.</param>
    public void ReachesIn(PairRows through, Span<double> reaches)
    {
        var reached = Indices.Length == 0 ? Vector512<double>.One : through.Sum(Indices, weights) / Vector512.Create(total);
        reached.CopyTo(reaches);
    }

    /// <summary>The same with one more edge.</summary>
    /// <param name="cost">The edge's cost.</param>
    /// <param name="toEndA">Cost from every place to one end, without the edge.</param>
    /// <param name="toEndB">Cost from every place to the other.</param>
    /// <param name="actual">g of all pairs without it, in pair order.</param>
    public double ReachWith(int cost, ReadOnlySpan<int> toEndA, ReadOnlySpan<int> toEndB, ReadOnlySpan<int> actual)
    {
        if (Indices.Length == 0) return 1;
        double reached = 0;
        for (var k = 0; k < Indices.Length; k++)
        {
            var (i, j) = Places[k];
            var over = cost + Math.Min(toEndA[i] + toEndB[j], toEndB[i] + toEndA[j]);
            reached += weights[k] * (ideal[k] / Math.Min(actual[Indices[k]], over));
        }
        return reached / total;
    }

    /// <summary>The same.</summary>
    /// <param name="costs">g of these pairs alone.</param>
    public double ReachAt(ReadOnlySpan<int> costs)
    {
        double reached = 0;
        for (var k = 0; k < costs.Length; k++) reached += weights[k] * (ideal[k] / costs[k]);
        return reached / total;
    }
}
