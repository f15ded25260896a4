namespace BidCompetitionSim.Model.Network;

/// <summary>The corridor effect: how much of a segment's ideal traffic the rest of the network lets through.</summary>
/// <remarks>
/// F_s = Σ_Qs w·g*/g / Σ_Qs w over the pairs whose ideal path needs s (docs/model.md §4.8), 0 to 1. A segment no pair needs
/// has factor 1 and is flagged by <see cref="IsUnneeded"/>.
/// </remarks>
public sealed class DemandFactors
{
    private readonly PairSet pairs;
    private readonly int[] ideal;
    private readonly int[][] needing;

    /// <summary>Compiles Q_s of every segment.</summary>
    public DemandFactors(PairSet pairs, IdealNetwork network)
    {
        this.pairs = pairs;
        ideal = network.Costs;
        needing = new int[network.Segments][];
        for (int s = 0; s < needing.Length; s++)
        {
            needing[s] = pairs.Needing(network.Costs, network.Without(s));
        }
    }

    /// <summary>Number of segments.</summary>
    public int Segments => needing.Length;

    /// <summary>Q_s: indices of the pairs whose ideal path needs the segment.</summary>
    public ReadOnlySpan<int> PairsNeeding(int segment) => needing[segment];

    /// <summary>Whether no pair needs the segment, so that its factor says nothing.</summary>
    public bool IsUnneeded(int segment) => needing[segment].Length == 0;

    /// <summary>F_s on the network of these costs.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="actual">g of all pairs, in pair order.</param>
    public double Of(int segment, ReadOnlySpan<int> actual)
    {
        if (IsUnneeded(segment))
        {
            return 1.0;
        }

        ReadOnlySpan<double> weights = pairs.Weights;
        double reached = 0.0;
        double total = 0.0;
        foreach (int pair in needing[segment])
        {
            reached += weights[pair] * ((double)ideal[pair] / actual[pair]);
            total += weights[pair];
        }

        return reached / total;
    }

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
}
