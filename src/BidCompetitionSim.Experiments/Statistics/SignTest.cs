using MathNet.Numerics.Distributions;

namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>The exact sign test of paired differences: no assumption on their distribution. Ties say nothing and are left out.</summary>
/// <param name="Positive">Differences above 0.</param>
/// <param name="Negative">Differences below 0.</param>
public readonly record struct SignTest(int Positive, int Negative)
{
    /// <summary>Counts the signs; what is not a number is missing.</summary>
    public static SignTest Of(ReadOnlySpan<double> differences)
    {
        var (positive, negative) = (0, 0);
        foreach (var x in differences)
        {
            if (x > 0) positive++;
            if (x < 0) negative++;
        }
        return new SignTest(positive, negative);
    }

    /// <summary>Probability of signs at least as lopsided if both were equally likely; 1 where there is none.</summary>
    public double P(Alternative alternative = Alternative.TwoSided) => alternative switch
    {
        Alternative.Greater => AtLeast(Positive),
        Alternative.Less => AtLeast(Negative),
        _ => Math.Min(1, 2 * Math.Min(AtLeast(Positive), AtLeast(Negative))),
    };

    private double AtLeast(int successes) => successes == 0 ? 1 : 1 - Binomial.CDF(0.5, Positive + Negative, successes - 1);
}
