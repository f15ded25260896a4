using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Why the likeliest alternative is likelier than the next: what each term adds to the log odds, at the means of what is not known.</summary>
internal static class Reasons
{
    private const double WorthTelling = 0.05;

    private static readonly string[] Terms = ["price", "concession", "guarantee", "tie", "concentration", "rent", "China constant", "others", "nobody"];

    public static Reason[] Of(ReplayedChoice choice, Prediction prediction)
    {
        var (probabilities, weights) = (prediction.Probabilities, prediction.Weights);
        var first = LikeliestBut(-1);
        var second = LikeliestBut(first);
        var reasons = new List<Reason>();
        for (var k = 0; k < Terms.Length; k++) Tell(Terms[k], weights[k] * (choice.MeanFeature(first, k) - choice.MeanFeature(second, k)));
        Tell("quality and time", choice.MeanFixed(first) - choice.MeanFixed(second));
        if (prediction.Tilt.Factors.TryGetValue(choice.Source.Sector, out var factor))
            Tell("sector", Model.Simulation.Elementary.Log(factor[first]) - Model.Simulation.Elementary.Log(factor[second]));
        return [.. reasons.OrderByDescending(reason => Math.Abs(reason.LogOdds)).ThenBy(reason => reason.Term, StringComparer.Ordinal)];

        void Tell(string term, double logOdds)
        {
            if (Math.Abs(logOdds) >= WorthTelling) reasons.Add(new Reason(term, Words((Winner)first), Words((Winner)second), logOdds));
        }

        int LikeliestBut(int other)
        {
            var best = other == 0 ? 1 : 0;
            for (var k = 0; k < probabilities.Length; k++)
                if (k != other && probabilities[k] > probabilities[best]) best = k;
            return best;
        }
    }

    /// <summary>What an alternative is called in documents.</summary>
    public static string Words(Winner winner) => winner switch { Winner.China => "china", Winner.Japan => "japan", Winner.Other => "other", _ => "none" };
}
