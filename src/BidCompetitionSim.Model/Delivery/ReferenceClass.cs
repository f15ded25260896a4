using System.Numerics;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Delivery;

/// <summary>
/// Ratio of outturn to estimate in a class of past projects, taken as lognormal (Flyvbjerg 2008, reference class
/// forecasting).
/// </summary>
/// <param name="LogMean">Mean μ of the ratio's logarithm.</param>
/// <param name="LogSd">Standard deviation σ of the ratio's logarithm, at least 0.</param>
public readonly record struct ReferenceClass(double LogMean, double LogSd)
{
    /// <summary>Ratio that half the class stays under.</summary>
    public double Median => Elementary.Exp(LogMean);

    /// <summary>Mean ratio.</summary>
    public double Mean => Elementary.Exp(LogMean + 0.5 * LogSd * LogSd);

    /// <summary>The class with a given mean and standard deviation of the ratio itself.</summary>
    /// <param name="mean">Mean ratio, above 0.</param>
    /// <param name="sd">Standard deviation of the ratio, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A moment is outside its range.</exception>
    public static ReferenceClass FromMoments(double mean, double sd)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mean);
        ArgumentOutOfRangeException.ThrowIfNegative(sd);
        var variation = sd / mean;
        var logVariance = Elementary.Log(1 + variation * variation);
        return new ReferenceClass(Elementary.Log(mean) - 0.5 * logVariance, Math.Sqrt(logVariance));
    }

    /// <summary>Ratio at a standard normal value.</summary>
    /// <param name="z">Standard normal value.</param>
    public double At(double z) => Elementary.Exp(LogMean + LogSd * z);

    /// <summary>Share of the class that stays under a ratio.</summary>
    /// <param name="ratio">Ratio, above 0.</param>
    public double ProbabilityBelow(double ratio)
    {
        var distance = Elementary.Log(ratio) - LogMean;
        return LogSd > 0 ? Elementary.NormalCdf(distance / LogSd) : distance > 0 ? 1 : 0;
    }
}

/// <summary>
/// Delivered over bid cost of a class, moved by governance, lowballing and quality. The class's log variance is
/// lowered by what governance and quality explain of it, so that over the reference sample it keeps its log moments
/// (docs/model.md §4.7). Prices of the sample are unknown: lowballing comes on top.
/// </summary>
public readonly record struct CostOverrun
{
    private readonly ReferenceClass residual;
    private readonly double governanceEffect;
    private readonly double governanceMean;
    private readonly double lowballEffect;
    private readonly double qualityEffect;
    private readonly double qualityMean;

    /// <summary>Splits a class into what is explained and the rest.</summary>
    /// <param name="cost">Class of outturn over estimate.</param>
    /// <param name="rules">Effects, and means and spreads of the reference sample.</param>
    /// <exception cref="ArgumentException">Governance and quality would explain more than the class varies.</exception>
    public CostOverrun(in ReferenceClass cost, DeliveryRules rules)
    {
        governanceEffect = rules.GovernanceEffect;
        governanceMean = rules.GovernanceMean;
        lowballEffect = rules.LowballEffect;
        qualityEffect = rules.QualityEffect;
        qualityMean = rules.QualityMean;
        var byGovernance = rules.GovernanceEffect * rules.GovernanceSd;
        var byQuality = rules.QualityEffect * rules.QualitySd;
        var leftVariance = cost.LogSd * cost.LogSd - byGovernance * byGovernance - byQuality * byQuality;
        if (leftVariance < 0)
        {
            throw new ArgumentException("Governance and quality explain more than the reference class varies.", nameof(rules));
        }

        residual = new ReferenceClass(cost.LogMean, Math.Sqrt(leftVariance));
    }

    /// <summary>Delivered cost over the sponsor's cost.</summary>
    /// <param name="governance">The host's governance g, in [0, 1].</param>
    /// <param name="quality">The offer's quality q, in [0, 1].</param>
    /// <param name="costOverPrice">The sponsor's cost over the price it bid, above 0; only a price under cost counts.</param>
    /// <param name="z">Standard normal draw.</param>
    public double Factor(double governance, double quality, double costOverPrice, double z)
    {
        var lowball = costOverPrice > 1 ? lowballEffect * Elementary.Log(costOverPrice) : 0;
        var moved = governanceEffect * (governanceMean - governance) + lowball - qualityEffect * (quality - qualityMean);
        return Elementary.Exp(residual.LogMean + moved + residual.LogSd * z);
    }
}

/// <summary>Actual over contracted build time of a class, correlated with the same project's overrun (docs/model.md §4.7).</summary>
/// <param name="Delay">Class of actual over contracted build time.</param>
/// <param name="Correlation">Correlation ρ of the two logarithms, in [−1, 1].</param>
public readonly record struct BuildDelay(ReferenceClass Delay, double Correlation)
{
    /// <summary>Actual over contracted build time.</summary>
    /// <param name="overrunZ">The standard normal draw of the overrun.</param>
    /// <param name="ownZ">A standard normal draw of its own.</param>
    public double Factor(double overrunZ, double ownZ) =>
        Delay.At(Correlation * overrunZ + Math.Sqrt(1 - Correlation * Correlation) * ownZ);

    /// <summary>The standard normal values of several delays, of which <see cref="ReferenceClass.At"/> makes the factors.</summary>
    /// <param name="overrunZ">The draws of their overruns; whole vectors, as the others.</param>
    /// <param name="ownZ">Draws of their own.</param>
    /// <param name="delayZ">Receives them.</param>
    internal void FillNormals(ReadOnlySpan<double> overrunZ, ReadOnlySpan<double> ownZ, Span<double> delayZ)
    {
        var own = Math.Sqrt(1 - Correlation * Correlation);
        for (var k = 0; k < delayZ.Length; k += Vector<double>.Count)
            (Correlation * new Vector<double>(overrunZ[k..]) + own * new Vector<double>(ownZ[k..])).CopyTo(delayZ[k..]);
    }
}
