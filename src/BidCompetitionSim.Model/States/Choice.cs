using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.States;

/// <summary>
/// Choice among alternatives whose utilities carry independent Gumbel tastes of scale μ: the logit (McFadden 1974).
/// A utility of −∞ stands for an alternative that is not available.
/// </summary>
public static class Choice
{
    /// <summary>Writes each alternative's probability of being chosen, Σ = 1, whatever the size of the utilities.</summary>
    /// <param name="utilities">Deterministic parts, at least one of them finite, none +∞ or NaN.</param>
    /// <param name="mu">μ &gt; 0, scale of the taste.</param>
    /// <param name="probabilities">As long as <paramref name="utilities"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">No alternative is available, or a utility is no number.</exception>
    public static void Probabilities(ReadOnlySpan<double> utilities, double mu, Span<double> probabilities)
    {
        var best = Best(utilities, mu);
        var total = 0.0;
        for (var k = 0; k < utilities.Length; k++)
        {
            var weight = Elementary.Exp((utilities[k] - best) / mu);
            probabilities[k] = weight;
            total += weight;
        }

        for (var k = 0; k < utilities.Length; k++)
        {
            probabilities[k] /= total;
        }
    }

    /// <summary>
    /// μ·ln Σ e^(u/μ), in units of utility: the expected utility of the best alternative, less the taste's own mean
    /// 0.5772·μ (Small and Rosen 1981).
    /// </summary>
    /// <inheritdoc cref="Probabilities"/>
    public static double LogSum(ReadOnlySpan<double> utilities, double mu)
    {
        var best = Best(utilities, mu);
        var total = 0.0;
        foreach (var utility in utilities)
        {
            total += Elementary.Exp((utility - best) / mu);
        }

        return best + mu * Elementary.Log(total);
    }

    private static double Best(ReadOnlySpan<double> utilities, double mu)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mu);
        var best = double.NegativeInfinity;
        foreach (var utility in utilities)
        {
            // Unlike a comparison, the maximum of NaN and a number is NaN.
            best = Math.Max(best, utility);
        }

        return double.IsFinite(best)
            ? best
            : throw new ArgumentException("At least one utility must be finite and none NaN or +∞.", nameof(utilities));
    }
}
