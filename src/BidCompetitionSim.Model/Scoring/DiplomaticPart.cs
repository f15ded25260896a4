namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// The diplomatic part of cohesion (docs/model.md §5). Ties of a state to a sponsor lie in [−1, 1], flat by state, then
/// sponsor: <c>ties[state · sponsors + sponsor]</c>.
/// </summary>
public static class DiplomaticPart
{
    /// <summary>
    /// (1 − ½·spread)·(1 + mean tie between states)/2. Spread is the population-weighted standard deviation, over the
    /// states, of the difference between a state's ties to two sponsors: 0 when all states lean alike, at most 2. With
    /// more than two sponsors it is the mean over all pairs of sponsors; with one there is nothing to lean between: 0.
    /// </summary>
    /// <param name="ties">States × sponsors.</param>
    /// <param name="populations">One per state, above 0; any unit.</param>
    /// <param name="meanStateTie">Mean tie over pairs of states, in [−1, 1].</param>
    /// <returns>In [0, 1].</returns>
    /// <exception cref="ArgumentException">There is no state, or the ties are not states × sponsors.</exception>
    public static double Of(ReadOnlySpan<double> ties, ReadOnlySpan<double> populations, double meanStateTie)
    {
        var sponsors = SponsorsIn(ties, populations.Length);
        var spread = 0.0;
        for (var a = 1; a < sponsors; a++)
        {
            for (var b = 0; b < a; b++)
            {
                spread += LeanDeviation(ties, populations, b, a);
            }
        }

        return (1.0 - 0.5 * spread / Pairs(sponsors)) * (1.0 + meanStateTie) / 2.0;
    }

    /// <summary>
    /// Dependence, reported beside the part: the plain mean over states, and over pairs of sponsors, of the size of the
    /// difference between the two ties. 0 to 2.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static double Dependence(ReadOnlySpan<double> ties, int states)
    {
        var sponsors = SponsorsIn(ties, states);
        var total = 0.0;
        for (var row = 0; row < ties.Length; row += sponsors)
        {
            for (var a = 1; a < sponsors; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    total += Math.Abs(ties[row + b] - ties[row + a]);
                }
            }
        }

        return total / (states * Pairs(sponsors));
    }

    private static double LeanDeviation(ReadOnlySpan<double> ties, ReadOnlySpan<double> populations, int first, int second)
    {
        var sponsors = ties.Length / populations.Length;
        double people = 0.0, sum = 0.0;
        for (var state = 0; state < populations.Length; state++)
        {
            people += populations[state];
            sum += populations[state] * (ties[state * sponsors + first] - ties[state * sponsors + second]);
        }

        double mean = sum / people, squares = 0.0;
        for (var state = 0; state < populations.Length; state++)
        {
            var deviation = ties[state * sponsors + first] - ties[state * sponsors + second] - mean;
            squares += populations[state] * deviation * deviation;
        }

        return Math.Sqrt(squares / people);
    }

    private static double Pairs(int sponsors) => Math.Max(1.0, sponsors * (sponsors - 1) / 2.0);

    private static int SponsorsIn(ReadOnlySpan<double> ties, int states) =>
        states > 0 && ties.Length >= states && ties.Length % states == 0
            ? ties.Length / states
            : throw new ArgumentException($"{ties.Length} ties are not {states} states × sponsors.", nameof(ties));
}
