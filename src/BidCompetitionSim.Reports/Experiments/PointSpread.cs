using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Reports.Experiments;

/// <summary>How the mean difference of one outcome ranges over design points, and at how many it is clear.</summary>
internal sealed record PointSpread(Measure Outcome, double Lowest, double Median, double Highest, int Higher, int Lower, int Unclear)
{
    /// <summary>One for every outcome of an arm against the first, in their order.</summary>
    public static IEnumerable<PointSpread> Of(ResultView view, string arm) => view.Outcomes.Select(outcome => Of(view, arm, outcome)).OfType<PointSpread>();

    private static PointSpread? Of(ResultView view, string arm, Measure outcome)
    {
        var all = view.Result.Points.Select(point => ResultView.PairOf(point, view.Arms[0], arm)).OfType<PairSummary>()
            .Select(pair => ResultView.ComparisonOf(pair, outcome.Id)).OfType<Comparison>().ToArray();
        var means = all.Select(static one => one.MeanDifference).OfType<double>().Order().ToArray();
        if (means.Length == 0) return null;
        var standings = all.Select(Standings.Of).ToArray();
        var (higher, lower) = (standings.Count(static one => one == Standing.Higher), standings.Count(static one => one == Standing.Lower));
        return new PointSpread(outcome, means[0], means[(means.Length - 1) / 2], means[^1], higher, lower, standings.Length - higher - lower);
    }
}
