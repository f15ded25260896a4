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
    /// <param name="forecasters">Names and predictions of all cases; the first is the model.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static GroupScores? Of(
        string group, IReadOnlyList<HistoricalCase> cases, Func<HistoricalCase, bool> belongs, (string Name, double[][] Predictions)[] forecasters, ulong seed)
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
                var forecast = Forecast.Of(forecasters[f].Predictions[i], (int)winner);
                (row[f * 2 * Measures], row[f * 2 * Measures + 1], row[f * 2 * Measures + 2]) = (forecast.Log, forecast.Brier, forecast.Hit);
                for (var m = 0; m < Measures; m++) row[f * 2 * Measures + Measures + m] = row[m] - row[f * 2 * Measures + m];
            }
            bootstrap.Fill((uint)i, weights);
            sums.Add(weights, row);
            for (var k = 0; k < totals.Length; k++) totals[k] += row[k];
        }
        if (count == 0) return null;
        var scores = new ForecasterScores[forecasters.Length];
        for (var f = 0; f < scores.Length; f++)
        {
            var at = f * 2 * Measures;
            scores[f] = new ForecasterScores(forecasters[f].Name, At(at), At(at + 1), At(at + 2),
                f == 0 ? null : new ScoreDifference(At(at + Measures), At(at + Measures + 1), At(at + Measures + 2)));
        }
        return new GroupScores(group, count, scores);

        ScoreFigure At(int k) => new(totals[k] / count, sums.Interval(k));
    }
}
