using BidCompetitionSim.Model.Simulation;
using MathNet.Numerics.Distributions;

namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>Quantiles of Student's t: MathNet's, and beyond a thousand degrees of freedom the normal's with its first two corrections.</summary>
internal static class StudentQuantile
{
    private const long Many = 1000;

    /// <summary>Value at or below which that share of a t distribution lies.</summary>
    /// <param name="share">In (0, 1).</param>
    /// <param name="freedom">Degrees of freedom, 1 or more.</param>
    public static double At(double share, long freedom) => freedom <= Many ? StudentT.InvCDF(0, 1, freedom, share) : NearNormal(share, freedom);

    // Abramowitz and Stegun 1964, 26.7.5; what is left out is below 1e-7 here for levels up to 99.9 %. MathNet's beta function loses as many digits
    // as its argument grows, so this is the better of the two for the large samples of a simulation.
    private static double NearNormal(double share, double freedom)
    {
        var z = Elementary.InverseNormal(share);
        var square = z * z;
        return z + z * (square + 1) / (4 * freedom) + z * (5 * square * square + 16 * square + 3) / (96 * freedom * freedom);
    }
}
