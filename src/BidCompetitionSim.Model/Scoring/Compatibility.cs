using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>How much of the network's worth interfaces leave to through traffic (docs/model.md §5).</summary>
public static class Compatibility
{
    /// <summary>Σ w·(gˢ/g)/Σ w, 0 to 1: C_s(j) of docs/model.md §4.6 over the pairs that need a segment.</summary>
    /// <param name="costs">Costs of all pairs.</param>
    /// <param name="among">Indices of the pairs that count.</param>
    /// <returns>The share, or null where no pair counts.</returns>
    public static double? Share(in PairCosts costs, ReadOnlySpan<int> among)
    {
        double kept = 0.0;
        double total = 0.0;
        foreach (int pair in among)
        {
            kept += costs.Weights[pair] * ((double)costs.Seamless[pair] / costs.Actual[pair]);
            total += costs.Weights[pair];
        }

        return total > 0.0 ? kept / total : null;
    }

    /// <summary>The score: 100·Σ_Q w·(gˢ/g)/Σ_Q w.</summary>
    /// <param name="costs">Costs of all pairs.</param>
    /// <param name="among">Q, the pairs in different states that plans can bring closer; or those of them within ASEAN, or of one state.</param>
    /// <returns>0 to 100, or null where no pair counts.</returns>
    public static double? Score(in PairCosts costs, ReadOnlySpan<int> among) => 100.0 * Share(costs, among);

    /// <summary>The same over those pairs that the network as built has brought closer (g &lt; g⁰).</summary>
    public static BuiltCompatibility OfBuilt(in PairCosts costs, ReadOnlySpan<int> among)
    {
        double kept = 0.0;
        double covered = 0.0;
        foreach (int pair in among)
        {
            if (costs.Actual[pair] < costs.Before[pair])
            {
                kept += costs.Weights[pair] * ((double)costs.Seamless[pair] / costs.Actual[pair]);
                covered += costs.Weights[pair];
            }
        }

        return new BuiltCompatibility(covered > 0.0 ? 100.0 * kept / covered : null, covered);
    }

    /// <summary>Mean time, or cost, lost to interfaces, Σ w·(g − gˢ)/Σ w.</summary>
    /// <param name="costs">Costs of all pairs, seconds or 3600ths of the system's own cost unit.</param>
    /// <param name="among">Indices of the pairs that count.</param>
    /// <returns>Hours, or the system's own cost unit; null where no pair counts.</returns>
    public static double? HoursLost(in PairCosts costs, ReadOnlySpan<int> among)
    {
        double lost = 0.0;
        double total = 0.0;
        foreach (int pair in among)
        {
            lost += costs.Weights[pair] * (costs.Actual[pair] - costs.Seamless[pair]) / Network.LinkCost.PartsPerUnit;
            total += costs.Weights[pair];
        }

        return total > 0.0 ? lost / total : null;
    }
}

/// <summary>Compatibility over what was built.</summary>
/// <param name="Score">0 to 100; null if nothing brought any pair closer.</param>
/// <param name="Coverage">Σ w of the pairs it speaks for, 0 to 1 (the weights of all pairs in different states sum to 1).</param>
public readonly record struct BuiltCompatibility(double? Score, double Coverage);
