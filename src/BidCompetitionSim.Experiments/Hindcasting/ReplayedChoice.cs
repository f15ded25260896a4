using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>
/// One choice of the past as a mixture of logits: what is not known (prices, which window a loan came from, who was in the market) is integrated over a few
/// nodes. Utilities are linear in the weights: a fixed part plus weights times features.
/// </summary>
internal sealed class ReplayedChoice : IChoice
{
    public const int Alternatives = 4;

    private const int Sponsors = 2;

    // An alternative that is out of the question keeps a probability whose logarithm is a number.
    private const double Least = 1e-300;

    private readonly double[] _nodeWeights; // Σ = 1
    private readonly double[] _fixed; // by node and alternative
    private readonly double[] _features; // by node, alternative and weight
    private readonly double[] _markets; // probability of each set of sponsors in the market: bit 0 China, bit 1 Japan

    public ReplayedChoice(HistoricalCase source, double[] nodeWeights, double[] fixedParts, double[] features, double chinaInMarket, double japanInMarket)
    {
        (Source, _nodeWeights, _fixed, _features) = (source, nodeWeights, fixedParts, features);
        _markets =
        [
            (1 - chinaInMarket) * (1 - japanInMarket), chinaInMarket * (1 - japanInMarket), (1 - chinaInMarket) * japanInMarket, chinaInMarket * japanInMarket,
        ];
    }

    public HistoricalCase Source { get; }

    /// <inheritdoc/>
    public int Happened => Source.Winner is { } winner ? (int)winner : -1;

    public int Nodes => _nodeWeights.Length;

    /// <summary>Mean of a feature of an alternative over what is not known.</summary>
    public double MeanFeature(int alternative, int weight)
    {
        var sum = 0.0;
        for (var node = 0; node < Nodes; node++) sum += _nodeWeights[node] * Feature(node, alternative, weight);
        return sum;
    }

    /// <summary>The same of the part that no estimated weight multiplies.</summary>
    public double MeanFixed(int alternative)
    {
        var sum = 0.0;
        for (var node = 0; node < Nodes; node++) sum += _nodeWeights[node] * _fixed[node * Alternatives + alternative];
        return sum;
    }

    /// <inheritdoc/>
    public double[] Probabilities(ReadOnlySpan<double> weights)
    {
        var probabilities = new double[Alternatives];
        Span<double> exps = stackalloc double[Alternatives], inMarket = stackalloc double[Alternatives];
        for (var node = 0; node < Nodes; node++)
        {
            Exps(node, weights, exps);
            for (var market = 0; market < _markets.Length; market++)
            {
                if (_markets[market] == 0) continue;
                Logit(exps, market, inMarket);
                for (var k = 0; k < Alternatives; k++) probabilities[k] += _nodeWeights[node] * _markets[market] * inMarket[k];
            }
        }
        return probabilities;
    }

    /// <inheritdoc/>
    public double LogLikelihood(ReadOnlySpan<double> weights, Span<double> gradient, Span<double> hessian)
    {
        const int n = ChoiceWeights.Count;
        Span<double> exps = stackalloc double[Alternatives], p = stackalloc double[Alternatives], chosen = stackalloc double[Alternatives];
        Span<double> mean = stackalloc double[n], score = stackalloc double[n], first = stackalloc double[n], second = stackalloc double[n * n];
        first.Clear();
        second.Clear();
        var (total, happened) = (0.0, Happened);
        for (var node = 0; node < Nodes; node++)
        {
            Exps(node, weights, exps);
            chosen.Clear();
            for (var market = 0; market < _markets.Length; market++)
            {
                if (_markets[market] == 0 || (happened < Sponsors && (market >> happened & 1) == 0)) continue;
                Logit(exps, market, p);
                var mass = _nodeWeights[node] * _markets[market] * p[happened];
                total += mass;
                mean.Clear();
                for (var k = 0; k < Alternatives; k++)
                {
                    chosen[k] += mass * p[k];
                    var features = FeaturesOf(node, k);
                    for (var a = 0; a < n; a++) mean[a] += p[k] * features[a];
                }
                var own = FeaturesOf(node, happened);
                for (var a = 0; a < n; a++)
                {
                    score[a] = own[a] - mean[a];
                    first[a] += mass * score[a];
                    for (var b = 0; b <= a; b++) second[a * n + b] += mass * (score[a] * score[b] + mean[a] * mean[b]);
                }
            }
            for (var k = 0; k < Alternatives; k++) Subtract(chosen[k], FeaturesOf(node, k), second);
        }
        for (var a = 0; a < n; a++)
        {
            gradient[a] += first[a] / total;
            for (var b = 0; b <= a; b++)
            {
                var curvature = second[a * n + b] / total - first[a] * first[b] / (total * total);
                hessian[a * n + b] += curvature;
                if (a != b) hessian[b * n + a] += curvature;
            }
        }
        return Elementary.Log(total);
    }

    private static void Subtract(double factor, ReadOnlySpan<double> features, Span<double> from)
    {
        for (var a = 0; a < features.Length; a++)
        {
            if (features[a] == 0) continue;
            for (var b = 0; b <= a; b++) from[a * features.Length + b] -= factor * features[a] * features[b];
        }
    }

    private ReadOnlySpan<double> FeaturesOf(int node, int alternative) =>
        _features.AsSpan((node * Alternatives + alternative) * ChoiceWeights.Count, ChoiceWeights.Count);

    private double Feature(int node, int alternative, int weight) => _features[(node * Alternatives + alternative) * ChoiceWeights.Count + weight];

    /// <summary>Exponentials of the utilities, the largest of them 1.</summary>
    private void Exps(int node, ReadOnlySpan<double> weights, Span<double> exps)
    {
        var best = double.NegativeInfinity;
        for (var k = 0; k < Alternatives; k++)
        {
            var utility = _fixed[node * Alternatives + k];
            var features = FeaturesOf(node, k);
            for (var a = 0; a < features.Length; a++) utility += weights[a] * features[a];
            exps[k] = utility;
            best = Math.Max(best, utility);
        }
        for (var k = 0; k < Alternatives; k++) exps[k] = Math.Max(Elementary.Exp(exps[k] - best), Least);
    }

    private static void Logit(ReadOnlySpan<double> exps, int market, Span<double> p)
    {
        var sum = 0.0;
        for (var k = 0; k < Alternatives; k++) sum += p[k] = k < Sponsors && (market >> k & 1) == 0 ? 0 : exps[k];
        for (var k = 0; k < Alternatives; k++) p[k] /= sum;
    }
}
