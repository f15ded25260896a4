using MathNet.Numerics;

namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>The exact sign test of paired differences: no assumption on their distribution. Ties say nothing and are left out.</summary>
/// <param name="Positive">Differences above 0.</param>
/// <param name="Negative">Differences below 0.</param>
public readonly record struct SignTest(long Positive, long Negative)
{
    /// <summary>Counts the signs; what is not a number is missing.</summary>
    public static SignTest Of(ReadOnlySpan<double> differences)
    {
        var (positive, negative) = (0L, 0L);
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
        Alternative.Greater => AtLeast(Positive, Negative),
        Alternative.Less => AtLeast(Negative, Positive),
        _ => Math.Min(1, 2 * AtLeast(Math.Max(Positive, Negative), Math.Min(Positive, Negative))),
    };

    // The binomial tail as a beta function, straight and not as 1 less the other tail, which would be 0 below 1e-16.
    private static double AtLeast(long successes, long failures) =>
        successes == 0 ? 1 : SpecialFunctions.BetaRegularized(successes, failures + 1, 0.5);
}
