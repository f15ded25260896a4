namespace BidCompetitionSim.Model.Sponsors;

/// <summary>How likely an offer wins against uncertain rivals, see <see cref="WinOdds"/>.</summary>
public static class WinProbability
{
    /// <summary>Sets of uncertain rivals are enumerated: 2¹⁶ of them is the limit.</summary>
    public const int MostUncertainRivals = 16;

    private const double ThreeOverPiSquared = 3.0 / (Math.PI * Math.PI);

    /// <summary>
    /// μ' = √(μ² + 3τ²/π²): scale of the logistic distribution with the variance of the host's taste and a normal belief
    /// of deviation <paramref name="tau"/> together; within 0.016 of the exact logit–normal integral at τ = 0.9, μ = 0.55.
    /// </summary>
    public static double SpreadOfTaste(double mu, double tau) => Math.Sqrt(mu * mu + ThreeOverPiSquared * tau * tau);

    /// <summary>P̂(win | u) for one <paramref name="u"/>; to try many, keep a <see cref="WinOdds"/>.</summary>
    /// <inheritdoc cref="WinOdds(double, double, ReadOnlySpan{RivalBelief}, Span{RivalBelief})"/>
    public static double Of(double u, double nobodyUtility, double mu, ReadOnlySpan<RivalBelief> rivals)
    {
        Span<RivalBelief> memory = rivals.Length <= 64 ? stackalloc RivalBelief[rivals.Length] : new RivalBelief[rivals.Length];
        return new WinOdds(nobodyUtility, mu, rivals, memory).At(u);
    }
}
