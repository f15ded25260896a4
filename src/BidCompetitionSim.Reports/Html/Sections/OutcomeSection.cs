using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>The measures that the question is about.</summary>
internal static class OutcomeSection
{
    public static Markup Of(ResultView view, PointResult point, Figures figures)
    {
        var drawn = view.Outcomes.Any(outcome => point.Arms.Any(arm => arm.Distributions.Any(one => one.Measure == outcome.Id)));
        var pairs = view.Outcomes.Any(outcome => point.Pairs.Any(pair => pair.Distributions.Any(one => one.Measure == outcome.Id)));
        return Markup.Of(
            $"""
            <section id="outcomes">
            <h2>Outcomes</h2>
            {TableOf(view, point)}<p class="note">Differences are paired: both arms play the same draws. “Higher in” is the share of pairs in which the arm is higher{(EqualPairs(view, view.PairsOf(point)) ? ", “equal in” of those in which both are equal" : "")}. “Variance left” is what the same draws leave of the variance of a difference.</p>
            {(pairs ? figures.Of("histograms", "Paired differences, replication by replication.",
                "Share of pairs by size of the difference; pairs that are equal have no bar, nor of many pairs the 0.2 % farthest out on either side. The dashed line is no difference, the solid one the mean. How wide the histogram is tells how far a single history can be from the mean; the interval in the table tells how well the mean is known.") : Markup.None)}{(drawn ? figures.Of("distributions", "Distribution of each outcome, by arm.",
                "Share of replications at or below a value. A curve further to the right has higher values; where curves cross, neither arm is higher throughout.") : Markup.None)}</section>

            """);
    }

    // Two arms stand side by side; more of them below each other.
    private static Markup TableOf(ResultView view, PointResult point)
    {
        var (first, pairs) = (view.Arms[0], view.PairsOf(point).ToArray());
        string[] compared = ["difference [95 % interval]", .. Resampled(view, pairs) ? ["bootstrap [95 %]"] : Array.Empty<string>(), "higher in", .. EqualPairs(view, pairs) ? ["equal in"] : Array.Empty<string>(), "variance left", "adjusted p"];
        var table = pairs.Length == 1 ? new Table(["", $"{first}, mean ± 95 %", $"{pairs[0].To}, mean ± 95 %", .. compared]) : new Table(["", "mean ± 95 %", .. compared]);
        foreach (var outcome in view.Outcomes)
            if (pairs.Length == 1) table.Row(Shown.Heading(outcome), [Mean(point, first, outcome), Mean(point, pairs[0].To, outcome), .. Compared(view, pairs, pairs[0], outcome)]);
            else
            {
                table.Section(Shown.Heading(outcome)).Row(first, [Mean(point, first, outcome), .. compared.Select(static _ => "")]);
                foreach (var pair in pairs) table.Row(pair.To, [Mean(point, pair.To, outcome), .. Compared(view, pairs, pair, outcome)]);
            }
        return table.ToMarkup($"Outcomes by arm, and their paired differences against {first}.");
    }

    private static bool EqualPairs(ResultView view, IEnumerable<PairSummary> pairs) =>
        pairs.Any(pair => view.Outcomes.Any(outcome => ResultView.ComparisonOf(pair, outcome.Id)?.Equal > 0));

    private static bool Resampled(ResultView view, PairSummary[] pairs) =>
        pairs.Any(pair => view.Outcomes.Any(outcome => ResultView.ComparisonOf(pair, outcome.Id)?.Bootstrap95 is not null));

    private static string Mean(PointResult point, string arm, Measure outcome) => ResultView.SummaryOf(point, arm, outcome.Id) is { } summary ? Shown.MeanOf(summary) : "-";

    private static string[] Compared(ResultView view, PairSummary[] pairs, PairSummary pair, Measure outcome)
    {
        var one = ResultView.ComparisonOf(pair, outcome.Id);
        return
        [
            Shown.DifferenceBetween(one?.MeanDifference, one?.Ci95), .. Resampled(view, pairs) ? [Shown.Between(one?.MeanDifference, one?.Bootstrap95)] : Array.Empty<string>(),
            Shown.Percent(one?.Higher), .. EqualPairs(view, pairs) ? [Shown.Percent(one?.Equal)] : Array.Empty<string>(), one?.VarianceReduction is { } gain ? Shown.Percent(1 / gain) : "-", Shown.P(one?.PAdjusted ?? one?.PValue),
        ];
    }
}
