using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>The physical part of cohesion: the share of the achievable gain in closeness that has been realised (docs/model.md §5).</summary>
public static class PhysicalPart
{
    /// <summary>Σ w·(g⁰/g − 1) / Σ w·(g⁰/g* − 1).</summary>
    /// <param name="costs">Costs of all pairs.</param>
    /// <param name="among">Q, the pairs in different states that plans can bring closer.</param>
    /// <returns>1 if all is built in one standard at best speed; below 0 only if lines were removed; null where nothing can be gained.</returns>
    public static double? Share(in PairCosts costs, ReadOnlySpan<int> among)
    {
        double achievable = Achievable(costs, among);
        return achievable > 0.0 ? Realised(costs, among) / achievable : null;
    }

    /// <summary>Gain of some pairs so far, Σ w·(g⁰/g − 1).</summary>
    internal static double Realised(in PairCosts costs, ReadOnlySpan<int> among)
    {
        double realised = 0.0;
        foreach (int pair in among)
        {
            realised += Realised(costs, pair);
        }

        return realised;
    }

    /// <summary>Largest possible gain of some pairs, Σ w·(g⁰/g* − 1).</summary>
    internal static double Achievable(in PairCosts costs, ReadOnlySpan<int> among)
    {
        double achievable = 0.0;
        foreach (int pair in among)
        {
            achievable += Achievable(costs, pair);
        }

        return achievable;
    }

    /// <summary>Gain of one pair so far, w·(g⁰/g − 1).</summary>
    internal static double Realised(in PairCosts costs, int pair) =>
        costs.Weights[pair] * ((double)costs.Before[pair] / costs.Actual[pair] - 1.0);

    /// <summary>Largest possible gain of one pair, w·(g⁰/g* − 1).</summary>
    internal static double Achievable(in PairCosts costs, int pair) =>
        costs.Weights[pair] * ((double)costs.Before[pair] / costs.Ideal[pair] - 1.0);
}
