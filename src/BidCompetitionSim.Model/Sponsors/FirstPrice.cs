using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>Costs drawn evenly from [Low, High].</summary>
public readonly record struct UniformCosts(double Low, double High);

/// <summary>Lognormal costs: their mean, and the deviation σ &gt; 0 of their logarithm.</summary>
public readonly record struct LognormalCosts(double Mean, double Sigma);

/// <summary>
/// Symmetric equilibrium of the first-price procurement auction with independent private costs and no reserve: every
/// bidder bids what it expects the lowest other cost to be, given that it exceeds its own (Vickrey 1961).
/// </summary>
public static class FirstPrice
{
    private const double RootHalf = 0.70710678118654752440;

    /// <summary>
    /// The equilibrium bid c + (High − c)/n. A cost below the range bids as the lowest one, which wins already; a cost
    /// above it can not win and is bid as it is.
    /// </summary>
    public static double Bid(UniformCosts costs, double cost, int bidders)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bidders, 2);
        var inRange = Math.Max(cost, costs.Low);
        return inRange >= costs.High ? cost : inRange + (costs.High - inRange) / bidders;
    }

    /// <summary>Expected price: that of the second lowest cost.</summary>
    public static double ExpectedPrice(UniformCosts costs, int bidders) =>
        costs.Low + (costs.High - costs.Low) * 2.0 / (bidders + 1);

    /// <summary>The equilibrium bid of two bidders, Mean·Φ(σ − z)/Φ(−z) with z = (ln(c/Mean) + σ²/2)/σ.</summary>
    /// <param name="costs">Distribution of either bidder's cost.</param>
    /// <param name="cost">The own cost, above 0.</param>
    public static double Bid(LognormalCosts costs, double cost)
    {
        var sigma = costs.Sigma;
        var z = (Elementary.Log(cost / costs.Mean) + 0.5 * sigma * sigma) / sigma;

        // Mean·φ(z − σ) = c·φ(z): where both tails vanish, their common factor cancels exactly.
        return z > sigma
            ? cost * (Elementary.ScaledTail(z - sigma) / Elementary.ScaledTail(z))
            : costs.Mean * (Elementary.NormalCdf(sigma - z) / Elementary.NormalCdf(-z));
    }

    /// <summary>Expected price with two bidders, 2·Mean·Φ(σ/√2).</summary>
    public static double ExpectedPrice(LognormalCosts costs) =>
        2.0 * costs.Mean * Elementary.NormalCdf(costs.Sigma * RootHalf);
}
