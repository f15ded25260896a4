namespace BidCompetitionSim.Model.Network;

/// <summary>The corridor effect: how much of a segment's ideal traffic the rest of the network lets through.</summary>
/// <remarks>
/// F_s = Σ_Qs w·g*/g / Σ_Qs w over the pairs whose ideal path needs s (docs/model.md §4.8), 0 to 1. A segment no pair needs
/// has factor 1 and is flagged by <see cref="IsUnneeded"/>.
/// </remarks>
public sealed class DemandFactors
{
    private readonly NeedingPairs[] needing;

    /// <summary>Compiles Q_s of every segment.</summary>
    public DemandFactors(PairSet pairs, IdealNetwork network)
    {
        needing = new NeedingPairs[network.Segments];
        for (int s = 0; s < needing.Length; s++)
        {
            needing[s] = new NeedingPairs(pairs, network, s);
        }
    }

    /// <summary>Number of segments.</summary>
    public int Segments => needing.Length;

    /// <summary>Q_s: indices of the pairs whose ideal path needs the segment.</summary>
    public ReadOnlySpan<int> PairsNeeding(int segment) => needing[segment].Indices;

    /// <summary>Whether no pair needs the segment, so that its factor says nothing.</summary>
    public bool IsUnneeded(int segment) => needing[segment].Indices.Length == 0;

    /// <summary>F_s on the network of these costs.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="actual">g of all pairs, in pair order.</param>
    public double Of(int segment, ReadOnlySpan<int> actual) => IsUnneeded(segment) ? 1.0 : needing[segment].ReachIn(actual);

    /// <summary>F of every segment.</summary>
    /// <param name="actual">g of all pairs, in pair order.</param>
    /// <param name="factors">Receives one factor a segment.</param>
    public void Of(ReadOnlySpan<int> actual, Span<double> factors)
    {
        for (int s = 0; s < Segments; s++)
        {
            factors[s] = Of(s, actual);
        }
    }

    internal NeedingPairs Needing(int segment) => needing[segment];
}
