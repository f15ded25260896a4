using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Scores forecasters on the same cases, with bootstrap intervals over cases, and every rival against the model case by case.</summary>
internal static class Scoreboard
{
    private const int Measures = 3, Resamples = 2000;

    /// <summary>Scores of a group of cases; null for a group in which nothing is known to have happened.</summary>
    /// <param name="group">What the group is called.</param>
    /// <param name="cases">All cases, sorted by id: a case keeps its bootstrap weights in every group.</param>
    /// <param name="belongs">Which belong to the group.</param>
    /// <param name="forecasters">Who forecast all cases; the first is the model.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static GroupScores? Of(
        string group, IReadOnlyList<HistoricalCase> cases, Func<HistoricalCase, bool> belongs, Forecaster[] forecasters, ulong seed)
    {
        var bootstrap = new PoissonBootstrap(seed, Resamples);
        var sums = new BootstrapSums(2 * Measures * forecasters.Length, Resamples);
        var (weights, row) = (new double[Resamples], new double[2 * Measures * forecasters.Length]);
        var totals = new double[row.Length];
        var count = 0;
        for (var i = 0; i < cases.Count; i++)
        {
            if (cases[i].Winner is not { } winner || !belongs(cases[i])) continue;
            count++;
            for (var f = 0; f < forecasters.Length; f++)
            {
                var forecast = forecasters[f].Of(i, winner);
                (row[f * 2 * Measures], row[f * 2 * Measures + 1], row[f * 2 * Measures + 2]) = (forecast.Log, forecast.Brier, forecast.Hit);
                for (var m = 0; m < Measures; m++) row[f * 2 * Measures + Measures + m] = row[m] - row[f * 2 * Measures + m];
            }
            bootstrap.Fill((uint)i, weights);
            sums.Add(weights, row);
            for (var k = 0; k < totals.Length; k++) totals[k] += row[k];
        }
        if (count == 0) return null;
        var chances = new double?[forecasters.Length - 1];
        for (var f = 1; f < forecasters.Length; f++) chances[f - 1] = ChanceOfBoth((2 * f + 1) * Measures);
        var adjusted = HolmFamily.Adjust(chances);
        var scores = new ForecasterScores[forecasters.Length];
        for (var f = 0; f < scores.Length; f++)
        {
            var (own, less) = (2 * f * Measures, (2 * f + 1) * Measures);
            scores[f] = new ForecasterScores(forecasters[f].Name, At(own), At(own + 1), At(own + 2),
                f == 0 ? null : new ScoreDifference(At(less), At(less + 1), At(less + 2), chances[f - 1], adjusted[f - 1]));
        }
        return new GroupScores(group, count, scores);

        ScoreFigure At(int k) => new(totals[k] / count, sums.Interval(k));

        double? ChanceOfBoth(int log) => sums.Interval(log) is null ? null : totals[log] * totals[log + 1] < 0 ? 1 : Math.Max(Chance(sums.Means(log)), Chance(sums.Means(log + 1)));
    }

    /// <summary>Two-sided probability that belongs to the percentile interval: below 0.05 where the 95 % interval leaves 0 out.</summary>
    private static double Chance(double[] means)
    {
        var (below, above) = (0, 0);
        foreach (var mean in means)
        {
            if (mean <= 0) below++;
            if (mean >= 0) above++;
        }
        return Math.Min(1, 2.0 * (1 + Math.Min(below, above)) / (means.Length + 1));
    }
}
