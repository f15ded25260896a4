using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Results;

/// <summary>Turns what a point has summed into the document's tables.</summary>
/// <param name="plan">The experiment.</param>
/// <param name="outcomes">Positions of the outcomes among the measures.</param>
/// <param name="bootstrap">Sums of the outcomes of every arm, then of their differences in every pair.</param>
internal sealed class PointTables(ExperimentPlan plan, int[] outcomes, BootstrapSums bootstrap)
{
    private const int FewPoints = 4, FineSteps = 101, CoarseSteps = 41;

    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Measures that are judged together: the outcomes, and what stands beside them. States are judged measure by measure.</summary>
    private readonly int[][] _families = [outcomes, [.. Enumerable.Range(0, plan.Measures.Count).Except(outcomes).Where(k => plan.Measures[k].Family is Family.Score or Family.Part or Family.Beside)]];

    private readonly int _steps = plan.Points.Count <= FewPoints ? FineSteps : CoarseSteps;

    public ArmSummary ArmOf(string id, ArmFold arm, int table) => new(id, arm.Done, arm.Failed,
        [.. plan.Measures.Select((measure, k) => MeasureOf(measure.Id, arm.MomentsOf(k), arm.CountsOf(k), Bootstrap(table, k)))],
        [.. outcomes.Select(k => DistributionOf(plan.Measures[k].Id, arm.CountsOf(k)))]);

    public PairSummary PairOf(in Pairing pairing, PairFold pair, int table)
    {
        var moments = plan.Measures.Select((_, k) => pair.MomentsOf(k)).ToArray();
        var adjusted = Adjusted(moments);
        var compared = plan.Measures.Select((measure, k) => ComparisonOf(measure.Id, moments[k], Bootstrap(table, k), adjusted[k])).ToArray();
        return new PairSummary(plan.Arms[pairing.From].Id, plan.Arms[pairing.To].Id, compared,
            [.. outcomes.Select((measure, k) => DistributionOf(plan.Measures[measure].Id, pair.CountsOf(k)))]);
    }

    private double?[] Adjusted(PairedMoments[] moments)
    {
        var adjusted = new double?[moments.Length];
        foreach (var family in _families)
        {
            var together = HolmFamily.Adjust(Array.ConvertAll(family, k => moments[k].P));
            for (var k = 0; k < family.Length; k++) adjusted[family[k]] = together[k];
        }
        return adjusted;
    }

    private static MeasureSummary MeasureOf(string id, in Moments moments, Counts counts, Interval? bootstrap) => new()
    {
        Measure = id, N = moments.Count, Missing = moments.Missing, Mean = moments.Mean, Sd = moments.StandardDeviation, StandardError = moments.StandardError,
        Ci95 = moments.Interval(), Bootstrap95 = bootstrap, Least = moments.Least, Greatest = moments.Greatest,
        Quantiles = counts.Total == 0 ? [] : [.. Shares.Select(share => new QuantileSummary(share, counts.Quantile(share)!.Value, counts.QuantileInterval(share)))],
    };

    private static Comparison ComparisonOf(string id, in PairedMoments pairs, Interval? bootstrap, double? adjusted)
    {
        var (difference, n) = (pairs.Difference, pairs.Difference.Count);
        return new Comparison
        {
            Measure = id, N = n, MeanDifference = difference.Mean, Sd = difference.StandardDeviation, StandardError = difference.StandardError,
            Ci95 = pairs.Interval(), Bootstrap95 = bootstrap, Higher = n > 0 ? (double)pairs.Higher / n : null, Equal = n > 0 ? (double)pairs.Equal / n : null,
            ProbabilityOfSuperiority = pairs.ProbabilityOfSuperiority, VarianceReduction = pairs.VarianceReduction, PValue = pairs.P, PAdjusted = adjusted,
            Method = Method(pairs),
        };
    }

    private static string Method(in PairedMoments pairs) =>
        pairs.Difference.Count < 2 ? "too few pairs"
        : pairs.Higher + pairs.Lower == 0 ? "all pairs are equal"
        : pairs.Difference.Variance > 0 ? "Student's t of paired differences, two-sided"
        : "sign test, two-sided: all differences are the same";

    private Interval? Bootstrap(int table, int measure) =>
        Array.IndexOf(outcomes, measure) is var at and >= 0 ? bootstrap.Interval(table * outcomes.Length + at) : null;

    private Distribution DistributionOf(string measure, Counts counts)
    {
        var steps = Ecdf.Of(counts, _steps);
        return new Distribution(measure, steps.Edges, steps.AtOrBelow);
    }
}
