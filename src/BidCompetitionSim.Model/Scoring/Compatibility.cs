using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>How much of the network's worth interfaces leave to through traffic (docs/model.md §5).</summary>
public static class Compatibility
{
    /// <summary>The score: 100·Σ_Q w·(gˢ/g)/Σ_Q w.</summary>
    /// <param name="costs">Costs of all pairs.</param>
    /// <param name="among">Q, the pairs in different states that plans can bring closer; or those of them within ASEAN, or of one state.</param>
    /// <returns>0 to 100, or null where no pair counts.</returns>
    public static double? Score(in PairCosts costs, ReadOnlySpan<int> among) => Of(costs, among).Score;

    /// <summary>The same over those pairs that the network as built has brought closer (g &lt; g⁰).</summary>
    public static BuiltCompatibility OfBuilt(in PairCosts costs, ReadOnlySpan<int> among) => Of(costs, among).Built;

    /// <summary>Mean time, or cost, lost to interfaces, Σ w·(g − gˢ)/Σ w.</summary>
    /// <param name="costs">Costs of all pairs, seconds or 3600ths of the system's own cost unit.</param>
    /// <param name="among">Indices of the pairs that count.</param>
    /// <returns>Hours, or the system's own cost unit; null where no pair counts.</returns>
    public static double? HoursLost(in PairCosts costs, ReadOnlySpan<int> among) => Of(costs, among).HoursLost;

    /// <summary>All of these at once.</summary>
    /// <param name="costs">Costs of all pairs.</param>
    /// <param name="among">Indices of the pairs that count.</param>
    public static NetworkCompatibility Of(in PairCosts costs, ReadOnlySpan<int> among)
    {
        var weights = costs.Weights;
        var before = costs.Before;
        var actual = costs.Actual;
        var seamless = costs.Seamless;
        double total = 0.0, kept = 0.0, lost = 0.0, coveredBuilt = 0.0, keptBuilt = 0.0;
        foreach (int pair in among)
        {
            var (weight, built) = (weights[pair], (long)actual[pair] - before[pair] >> 63);
            double through = weight * ((double)seamless[pair] / actual[pair]);
            total += weight;
            kept += through;
            lost += weight * (actual[pair] - seamless[pair]) / LinkCost.PartsPerUnit;
            // By a mask: whether a pair came closer cannot be foretold.
            coveredBuilt += Where(built, weight);
            keptBuilt += Where(built, through);
        }

        return new NetworkCompatibility(
            total > 0.0 ? 100.0 * (kept / total) : null, new BuiltCompatibility(coveredBuilt > 0.0 ? 100.0 * keptBuilt / coveredBuilt : null, coveredBuilt),
            total > 0.0 ? lost / total : null);
    }

    private static double Where(long mask, double value) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & mask);
}

/// <summary>What interfaces leave of a network's worth, and what they take.</summary>
/// <param name="Score">0 to 100; null where no pair counts.</param>
/// <param name="Built">The same over what was built.</param>
/// <param name="HoursLost">Hours, or the system's own cost unit; null where no pair counts.</param>
public readonly record struct NetworkCompatibility(double? Score, BuiltCompatibility Built, double? HoursLost);

/// <summary>Compatibility over what was built.</summary>
/// <param name="Score">0 to 100; null if nothing brought any pair closer.</param>
/// <param name="Coverage">Σ w of the pairs it speaks for, 0 to 1 (the weights of all pairs in different states sum to 1).</param>
public readonly record struct BuiltCompatibility(double? Score, double Coverage);
