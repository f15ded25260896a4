using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>What estimating on all cases but one, for every one, came to.</summary>
/// <param name="Predictions">Probabilities of each case by weights, penalty and tilt that never saw it.</param>
/// <param name="Penalties">The penalty chosen for each without it.</param>
/// <param name="Weights">The weights estimated without it.</param>
internal sealed record LeftOut(double[][] Predictions, double[] Penalties, double[][] Weights);

/// <summary>
/// Leave-one-out with nothing left in: for each case the weights are refitted without it, and the penalty chosen by leaving out the others one by one in turn.
/// Cases are independent work, so threads change no bit.
/// </summary>
/// <param name="choices">Cases of which it is known what happened.</param>
/// <param name="settings">Start values of the weights.</param>
/// <param name="finish">What becomes of a prediction of a case in the end, without what the case, and one more, would tell.</param>
internal sealed class LeaveOneOut(IReadOnlyList<IChoice> choices, FitSettings settings, Func<double[], int, int, double[]> finish)
{
    /// <summary>Penalties that are tried, the softest first.</summary>
    public static IReadOnlyList<double> Penalties { get; } = [1, 3, 10, 30];

    /// <summary>Predictions of every case.</summary>
    public LeftOut Run(CancellationToken stop = default)
    {
        var whole = Fits(-1, null);
        var (predictions, penalties, weights) = (new double[choices.Count][], new double[choices.Count], new double[choices.Count][]);
        Parallel.For(0, choices.Count, new ParallelOptions { CancellationToken = stop }, i =>
        {
            var fits = Fits(i, whole);
            var best = Choose(fits, i);
            (penalties[i], weights[i]) = (Penalties[best], fits[best].Weights);
            predictions[i] = finish(choices[i].Probabilities(weights[i]), i, -1);
        });
        return new LeftOut(predictions, penalties, weights);
    }

    /// <summary>The penalty that all cases speak for, and the weights under it.</summary>
    public (double Penalty, Fitted Fitted) Whole()
    {
        var fits = Fits(-1, null);
        var best = Choose(fits, -1);
        return (Penalties[best], fits[best]);
    }

    private Fitted[] Fits(int left, Fitted[]? near) =>
        [.. Penalties.Select((penalty, k) => new PenalisedFit(settings, penalty).Of(choices, left, near?[k].Weights ?? settings.Start))];

    /// <summary>
    /// The stiffest penalty that is not worse than the best, judged over the cases left out once more, by more than one standard error of the difference: the
    /// best of several is the best by luck too (Breiman et al. 1984, the rule of one standard error).
    /// </summary>
    private int Choose(Fitted[] fits, int left)
    {
        var losses = fits.Select((fit, k) => Losses(fit, new PenalisedFit(settings, Penalties[k]), left)).ToArray();
        var best = 0;
        for (var k = 1; k < losses.Length; k++)
            if (Difference(losses[k], losses[best]).Mean <= 0) best = k;
        for (var k = losses.Length - 1; k > best; k--)
            if (Difference(losses[k], losses[best]) is var (mean, error) && mean <= error) return k;
        return best;
    }

    private double[] Losses(Fitted fitted, PenalisedFit fit, int left)
    {
        var losses = new List<double>(choices.Count);
        for (var j = 0; j < choices.Count; j++)
            if (j != left) losses.Add(-Elementary.Log(finish(choices[j].Probabilities(fit.WithoutAlso(fitted, choices[j])), j, left)[choices[j].Happened]));
        return [.. losses];
    }

    private static (double Mean, double Error) Difference(double[] losses, double[] best)
    {
        double sum = 0, square = 0;
        for (var i = 0; i < losses.Length; i++) sum += losses[i] - best[i];
        var mean = sum / losses.Length;
        for (var i = 0; i < losses.Length; i++) square += (losses[i] - best[i] - mean) * (losses[i] - best[i] - mean);
        return (mean, losses.Length > 1 ? Math.Sqrt(square / (losses.Length - 1) / losses.Length) : 0);
    }
}
