using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BidCompetitionSim.Model.Network;

/// <summary>The pairs of places whose ideal path needs a segment, with what their traffic is weighed by side by side.</summary>
internal sealed class NeedingPairs
{
    private readonly double[] weights;
    private readonly double[] ideal;
    private readonly Sought[] sought;
    private readonly double total;

    public NeedingPairs(PairSet pairs, IdealNetwork network, int segment)
    {
        Indices = pairs.Needing(network.Costs, network.Without(segment));
        Places = Array.ConvertAll(Indices, pair => pairs.Pairs[pair]);
        weights = Array.ConvertAll(Indices, pair => pairs.Weights[pair]);
        ideal = Array.ConvertAll(Indices, pair => (double)network.Costs[pair]);
        foreach (var weight in weights) total += weight;
        sought = new Sought[Indices.Length];
        for (var k = 0; k < sought.Length; k++) sought[k] = new Sought(Places[k].First, Places[k].Second, Indices[k], weights[k], ideal[k]);
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
        if (sought.Length == 0) return 1;
        // Places and pairs lie within what they were found in.
        ref var toA = ref MemoryMarshal.GetReference(toEndA);
        ref var toB = ref MemoryMarshal.GetReference(toEndB);
        ref var without = ref MemoryMarshal.GetReference(actual);
        double reached = 0;
        foreach (ref readonly var pair in sought.AsSpan())
        {
            var over = cost + Math.Min(Unsafe.Add(ref toA, pair.PlaceA) + Unsafe.Add(ref toB, pair.PlaceB), Unsafe.Add(ref toB, pair.PlaceA) + Unsafe.Add(ref toA, pair.PlaceB));
            reached += pair.Weight * (pair.Ideal / Math.Min(Unsafe.Add(ref without, pair.Index), over));
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

    /// <summary>All that is looked up of a pair, in one place.</summary>
    private readonly record struct Sought(nint PlaceA, nint PlaceB, nint Index, double Weight, double Ideal);
}
