using BidCompetitionSim.Experiments.Hindcasting;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Hindcasting;

/// <summary>What may be said of the model against its rivals: of the means what they are, of chance what the intervals bear.</summary>
internal static class ScoreVerdicts
{
    private const double Level = 0.05;

    public static IEnumerable<string> Of(HindcastResult result)
    {
        if (!result.LeftOut && result.WeightsFrom != HindcastWeights.ShippedName)
            return ["Weights from a file may have been estimated on these very cases: nothing can be claimed against the baselines, which never see the case that they forecast."];
        var rivals = result.Scores[0].Forecasters.Skip(1).ToArray();
        return [OfMeans(result, rivals), .. OfChance(rivals), .. result.Scores.Where(static group => group.Group == "core").Select(OfCore)];
    }

    private static string OfMeans(HindcastResult result, ForecasterScores[] rivals)
    {
        var better = Names(rivals, static less => less.Log.Mean < 0 && less.Brier.Mean < 0);
        var worse = Names(rivals, static less => less.Log.Mean > 0 && less.Brier.Mean > 0);
        var other = Names(rivals, static less => !(less.Log.Mean < 0 && less.Brier.Mean < 0) && !(less.Log.Mean > 0 && less.Brier.Mean > 0));
        string[] parts =
        [
            .. Said("ahead of", better, rivals.Length), .. Said("behind", worse, rivals.Length), .. Said("neither ahead of nor behind", other, rivals.Length),
        ];
        return $"By the means of log score and Brier score together the model is {string.Join("; ", parts)} ({Figure.Count(result.Scores[0].Cases, "case")}{(result.LeftOut ? ", each left out when it is predicted" : "")}).";
    }

    private static string[] Said(string word, string[] names, int all) => names.Length == 0 ? [] : [$"{word} {(names.Length == all ? "every baseline" : Joined(names))}"];

    private static IEnumerable<string> OfChance(ForecasterScores[] rivals)
    {
        if (rivals[0].ModelLess!.P is null)
        {
            yield return "With so few cases there are no intervals: what of this is chance cannot be told.";
            yield break;
        }
        foreach (var (word, sign) in ((string, int)[])[("better", -1), ("worse", 1)])
        {
            var surely = Names(rivals, less => less.AdjustedP < Level && Math.Sign(less.Log.Mean) == sign);
            if (surely.Length > 0) yield return $"Beyond chance it is {word} than {Joined(surely)} in both scores, all {rivals.Length} comparisons allowed for (Holm 1979).";
            var alone = Names(rivals, less => less.P < Level && less.AdjustedP >= Level && Math.Sign(less.Log.Mean) == sign);
            if (alone.Length > 0) yield return $"Taken alone it is {word} than {Joined(alone)} in both scores beyond chance; as one of {rivals.Length} comparisons chance may have made that (Holm 1979).";
            foreach (var (score, of) in ((string, Func<ScoreDifference, ScoreFigure>)[])[("log score", static less => less.Log), ("Brier score", static less => less.Brier)])
            {
                var once = Names(rivals, less => less.P >= Level && Side(of(less)) == sign);
                if (once.Length > 0) yield return $"In {score} alone, and taken alone, it is {word} than {Joined(once)} beyond chance.";
            }
        }
        var open = Names(rivals, static less => Side(less.Log) == 0 && Side(less.Brier) == 0);
        if (open.Length > 0) yield return $"Against {Joined(open)} it cannot be told which is better: the intervals include 0.";
    }

    private static string OfCore(GroupScores core)
    {
        var (model, china) = (core.Forecasters[0].Accuracy.Mean, core.Forecasters.FirstOrDefault(static one => one.Forecaster == Baselines.China));
        if (china is null) return $"In the one core contest the likeliest {(model == 1 ? "won" : "did not win")}.";
        var told = $"China won {china.Accuracy.Mean * core.Cases:0} of {core.Cases} core contests ({HindcastText.Percent(china.Accuracy.Mean)}); the model's likeliest won {model * core.Cases:0.#} ({HindcastText.Percent(model)})";
        if (model <= china.Accuracy.Mean) return $"{told}: no skill at naming the winner of a contest can be claimed.";
        return told + china.ModelLess!.Accuracy.Ci95 switch
        {
            null => ": too few to tell skill from luck.",
            { Low: > 0 } => ": more than always to say China, beyond chance.",
            _ => ": the difference from always saying China is not beyond chance.",
        };
    }

    /// <summary>Which side of 0 an interval lies on; 0 if it includes it.</summary>
    private static int Side(ScoreFigure figure) => figure.Ci95 switch { { Low: > 0 } => 1, { High: < 0 } => -1, _ => 0 };

    private static string[] Names(ForecasterScores[] rivals, Func<ScoreDifference, bool> those) =>
        [.. rivals.Where(rival => those(rival.ModelLess!)).Select(static rival => rival.Forecaster)];

    private static string Joined(string[] names) => names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
