namespace BidCompetitionSim.Model.Scoring;

/// <summary>How unevenly something is shared.</summary>
public static class Inequality
{
    /// <summary>
    /// Gini coefficient Σᵢ Σⱼ |xᵢ − xⱼ| / (2n²·mean), in [0, 1 − 1/n]: half the mean difference relative to the mean,
    /// without correction for small samples (Gini 1912). All zero counts as equal: 0.
    /// </summary>
    /// <param name="values">At least one value, none negative.</param>
    /// <exception cref="ArgumentException">There is no value, or one is negative or NaN.</exception>
    public static double Gini(ReadOnlySpan<double> values)
    {
        double total = 0.0, differences = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] >= 0.0))
            {
                throw new ArgumentException($"A share is {values[i]}; none may be negative.", nameof(values));
            }

            total += values[i];
            for (var j = 0; j < i; j++)
            {
                differences += Math.Abs(values[i] - values[j]);
            }
        }

        return values.IsEmpty ? throw new ArgumentException("No shares to compare.", nameof(values))
            : total > 0.0 ? differences / (values.Length * total)
            : 0.0;
    }
}
