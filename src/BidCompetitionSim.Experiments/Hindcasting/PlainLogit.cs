using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>
/// One row of a plain multinomial logit on facts of host and project, the yardstick that knows nothing of offers: for Japan, others and nobody against China a
/// constant and a weight for each fact.
/// </summary>
internal sealed class PlainLogit(double[] facts, int happened) : IChoice
{
    /// <summary>The facts, besides the constant.</summary>
    public static IReadOnlyList<string> Facts { get; } = ["metro", "railway", "power", "lnCost", "debt", "governance", "lnGdp"];

    private const int Classes = ReplayedChoice.Alternatives;

    /// <inheritdoc/>
    public int Happened => happened;

    private static int PerClass => Facts.Count + 1;

    /// <summary>Start at nothing; constants are all but free.</summary>
    public static FitSettings Settings
    {
        get
        {
            var stiffness = new double[(Classes - 1) * PerClass];
            for (var i = 0; i < stiffness.Length; i++) stiffness[i] = i % PerClass == 0 ? FitSettings.OfRates : 1;
            return new FitSettings(new double[stiffness.Length], stiffness, new bool[stiffness.Length]);
        }
    }

    /// <summary>The rows of some cases; facts are brought to mean 0 and deviation 1.</summary>
    public static PlainLogit[] Of(IReadOnlyList<HistoricalCase> cases, HindcastFrame frame)
    {
        var raw = cases.Select(one => FactsOf(one, frame)).ToArray();
        for (var fact = 0; fact < Facts.Count; fact++)
        {
            var (sum, square) = (0.0, 0.0);
            foreach (var row in raw) sum += row[fact + 1];
            var mean = sum / raw.Length;
            foreach (var row in raw) square += (row[fact + 1] - mean) * (row[fact + 1] - mean);
            var sd = Math.Sqrt(square / raw.Length);
            foreach (var row in raw) row[fact + 1] = sd > 0 ? (row[fact + 1] - mean) / sd : 0;
        }
        return [.. raw.Select((row, i) => new PlainLogit(row, cases[i].Winner is { } winner ? (int)winner : -1))];
    }

    /// <inheritdoc/>
    public double[] Probabilities(ReadOnlySpan<double> weights)
    {
        var p = new double[Classes];
        for (var k = 1; k < Classes; k++)
            for (var f = 0; f < PerClass; f++) p[k] += weights[(k - 1) * PerClass + f] * facts[f];
        var (best, sum) = (p.Max(), 0.0);
        for (var k = 0; k < Classes; k++) sum += p[k] = Elementary.Exp(p[k] - best);
        for (var k = 0; k < Classes; k++) p[k] /= sum;
        return p;
    }

    /// <inheritdoc/>
    public double LogLikelihood(ReadOnlySpan<double> weights, Span<double> gradient, Span<double> hessian)
    {
        var (p, n) = (Probabilities(weights), weights.Length);
        for (var k = 1; k < Classes; k++)
        {
            for (var f = 0; f < PerClass; f++) gradient[(k - 1) * PerClass + f] += ((happened == k ? 1 : 0) - p[k]) * facts[f];
            for (var l = 1; l < Classes; l++)
            {
                var curvature = p[k] * ((k == l ? 1 : 0) - p[l]);
                for (var f = 0; f < PerClass; f++)
                {
                    var row = hessian.Slice(((k - 1) * PerClass + f) * n + (l - 1) * PerClass, PerClass);
                    for (var g = 0; g < PerClass; g++) row[g] -= curvature * facts[f] * facts[g];
                }
            }
        }
        return Elementary.Log(p[happened]);
    }

    private static double[] FactsOf(HistoricalCase one, HindcastFrame frame)
    {
        var year = one.Year ?? ChoiceReplay.UsualYear;
        var state = frame.StateOf(one.Host);
        return
        [
            1, one.Sector == "metro" ? 1 : 0, one.Sector.StartsWith("rail", StringComparison.Ordinal) ? 1 : 0, one.Sector == "power_generation" ? 1 : 0,
            Elementary.Log(one.PlannedCostUsdBn ?? AwardHistory.UsualCostUsdBn), frame.Panel.DebtBefore(one.Host, year) ?? state.DebtToGdp,
            frame.Panel.GovernanceBefore(one.Host, year) ?? state.Governance, Elementary.Log(frame.Panel.GdpBefore(one.Host, year) ?? state.GdpUsdBn),
        ];
    }
}
