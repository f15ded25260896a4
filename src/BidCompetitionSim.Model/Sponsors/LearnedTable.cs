namespace BidCompetitionSim.Model.Sponsors;

/// <summary>A learnt policy laid out by situation, to be drawn from. What it holds is the caller's to change: a training has its own.</summary>
public sealed class LearnedTable
{
    /// <summary>Situations that are told apart: contested or not, home or not, pressed or not.</summary>
    public const int Situations = 8;

    private readonly LearnedOffer[][] offers;
    private readonly double[][] probabilities;

    /// <summary>Lays out a policy.</summary>
    /// <exception cref="ArgumentException">A situation has no offer.</exception>
    public LearnedTable(LearnedPolicy policy)
    {
        // In an order of their own, so that a draw picks the same offer whatever order they came in.
        offers =
        [
            .. Enumerable.Range(0, Situations).Select(situation => policy.Offers.Where(offer => SituationOf(offer.Contested, offer.Home, offer.Pressed) == situation)
                .OrderBy(offer => offer.Concession).ThenBy(offer => offer.Markup).ThenBy(offer => offer.Complies).ThenBy(offer => offer.Guarantee).ToArray()),
        ];
        if (Array.FindIndex(offers, kinds => kinds.Length == 0) is >= 0 and var missing)
            throw new ArgumentException($"The policy learnt by {policy.Id} says nothing of situation {missing} of {Situations}.");
        probabilities = Array.ConvertAll(offers, kinds => Array.ConvertAll(kinds, offer => offer.Probability));
    }

    /// <summary>Number of a situation.</summary>
    public static int SituationOf(bool contested, bool home, bool pressed) => (contested ? 1 : 0) + (home ? 2 : 0) + (pressed ? 4 : 0);

    /// <summary>Kinds of offer in a situation.</summary>
    public ReadOnlySpan<LearnedOffer> OffersIn(int situation) => offers[situation];

    /// <summary>Their probabilities.</summary>
    public Span<double> ProbabilitiesIn(int situation) => probabilities[situation];

    /// <summary>The kind of offer that a uniform draw picks.</summary>
    public LearnedOffer Pick(int situation, double u)
    {
        double below = 0;
        var kinds = offers[situation];
        for (var k = 0; k < kinds.Length - 1; k++)
        {
            below += probabilities[situation][k];
            if (u < below) return kinds[k];
        }
        // Rounding, and kinds of no probability at the end, are the last one's with any.
        for (var k = kinds.Length - 1; k > 0; k--)
            if (probabilities[situation][k] > 0) return kinds[k];
        return kinds[0];
    }
}
