using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// What a sponsor believes of a rival in one system: how much utility c the rival's offers add, for a host, to its public
/// reference offer, normally distributed (docs/model.md §4.4). Utilities are in the host's units.
/// </summary>
/// <param name="Mean">m, the expected addition.</param>
/// <param name="Variance">τ², at least 0.</param>
public readonly record struct Belief(double Mean, double Variance)
{
    private const double FarLeft = -8.0;
    private const double LogisticVariance = Math.PI * Math.PI / 3.0; // of the difference of two standard Gumbel tastes

    /// <summary>Time passes: the variance grows by <paramref name="processVariance"/> Q.</summary>
    public Belief Predict(double processVariance) => this with { Variance = Variance + processVariance };

    /// <summary>An addition <paramref name="z"/> was seen with noise of variance <paramref name="noiseVariance"/> R (Kalman 1960).</summary>
    public Belief Observe(double z, double noiseVariance)
    {
        var gain = Variance / (Variance + noiseVariance);
        return new(Mean + gain * (z - Mean), (1.0 - gain) * Variance);
    }

    /// <summary>
    /// S² of one secret contest: τ² + v_e + π²μ²/3, what is believed, what is new in every tender, and the host's taste.
    /// </summary>
    /// <param name="newEachTender">v_e, the variance of the part of c that is drawn anew in every tender.</param>
    /// <param name="mu">μ, scale of the host's taste.</param>
    public double ContestVariance(double newEachTender, double mu) =>
        Variance + newEachTender + LogisticVariance * mu * mu;

    /// <summary>
    /// The winner's conclusion about a rival it beat unseen: moment matching of the normal cut off from above
    /// (Herbrich, Minka and Graepel 2006).
    /// </summary>
    /// <param name="gap">c = the winning utility less the utility of the rival's reference offer.</param>
    /// <param name="contestVariance">S² &gt; 0, see <see cref="ContestVariance"/>; τ² itself gives the truncated normal.</param>
    public Belief WonAgainst(double gap, double contestVariance) => CutOff(contestVariance, gap - Mean, -1.0);

    /// <summary>A loser's conclusion about the rival that beat it unseen: the mirror image of <see cref="WonAgainst"/>.</summary>
    /// <param name="gap">c = the loser's utility less the utility of the winner's reference offer.</param>
    /// <param name="contestVariance">S² &gt; 0, see <see cref="ContestVariance"/>.</param>
    public Belief LostTo(double gap, double contestVariance) => CutOff(contestVariance, Mean - gap, 1.0);

    private Belief CutOff(double contestVariance, double lead, double direction)
    {
        var deviation = Math.Sqrt(contestVariance);
        var t = lead / deviation;

        // λ + t, computed apart where λ is nearly −t and the sum would keep no digit.
        var excess = t < FarLeft ? HazardExcess(-t) : Elementary.NormalHazard(t) + t;
        var hazard = excess - t;
        var shrinkage = Math.Min(1.0, hazard * excess);
        return new(
            Mean + direction * (Variance / deviation) * hazard,
            Variance * (1.0 - Variance / contestVariance * shrinkage));
    }

    // Laplace's continued fraction: φ(y)/Φ(−y) = y + 1/(y + 2/(y + 3/(y + …))), 30 terms for y ≥ 8.
    private static double HazardExcess(double y)
    {
        var denominator = y;
        for (var k = 30; k >= 2; k--)
        {
            denominator = y + k / denominator;
        }

        return 1.0 / denominator;
    }
}
