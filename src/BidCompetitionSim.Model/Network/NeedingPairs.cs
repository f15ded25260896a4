using System.Runtime.InteropServices;
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

    /// <summary>The same on several networks with one more edge.</summary>
    /// <param name="cost">The edge's cost.</param>
    /// <param name="toEndA">[place, network]: cost to one end, without the edge.</param>
    /// <param name="toEndB">The same to the other.</param>
    /// <param name="through">g*/g of all pairs without it.</param>
    /// <param name="reaches">Receives one a network; all 1 where no pair needs the segment.</param>
    public void ReachesWith(int cost, ReadOnlySpan<int> toEndA, ReadOnlySpan<int> toEndB, PairRows through, Span<double> reaches)
    {
        var (indices, places, weights, ideal) = (Indices, Places, this.weights, this.ideal);
        var all = MemoryMarshal.Cast<Vector512<double>, Vector256<double>>(through.Rows);
        var toA = MemoryMarshal.Cast<int, Vector256<int>>(toEndA);
        var toB = MemoryMarshal.Cast<int, Vector256<int>>(toEndB);
        // In halves: to put two vectors together the compiler goes through memory.
        Vector256<double> low = default, high = default;
        var edge = Vector256.Create(cost);
        for (var k = 0; k < indices.Length; k++)
        {
            var (i, j) = places[k];
            var over = edge + Vector256.Min(toA[i] + toB[j], toB[i] + toA[j]);
            var (lower, upper) = Vector256.Widen(over);
            // Whichever way is cheaper lets more through: a quotient of the lesser cost is the greater quotient, to the bit.
            var (share, pair) = (Vector256.Create(ideal[k]), 2 * indices[k]);
            low += weights[k] * Vector256.MaxNative(all[pair], share / Vector256.ConvertToDouble(lower));
            high += weights[k] * Vector256.MaxNative(all[pair + 1], share / Vector256.ConvertToDouble(upper));
        }
        if (indices.Length == 0) low = high = Vector256.Create(total);
        (low / Vector256.Create(total)).CopyTo(reaches);
        (high / Vector256.Create(total)).CopyTo(reaches[Vector256<double>.Count..]);
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
