namespace BidCompetitionSim.Model.Finance;

/// <summary>Compound growth over whole years, by multiplication alone: exact bits everywhere, and faster than a power.</summary>
internal static class Compounding
{
    /// <summary>Raises a yearly factor to a whole number of years.</summary>
    /// <param name="factorPerYear">Growth factor per year, such as 1.05.</param>
    /// <param name="years">Whole years, at least 0.</param>
    internal static double Over(double factorPerYear, int years)
    {
        var result = 1.0;
        for (var square = factorPerYear; years > 0; years >>= 1, square *= square)
        {
            if ((years & 1) != 0)
            {
                result *= square;
            }
        }

        return result;
    }
}
