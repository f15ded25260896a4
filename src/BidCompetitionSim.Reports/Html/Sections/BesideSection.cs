using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>Measures beside the outcomes, most of them outside of what the Secretariat weighs.</summary>
internal static class BesideSection
{
    public static Markup Of(ResultView view, PointResult point, Figures figures)
    {
        if (view.Arms.Count < 2) return Markup.None;
        return Markup.Of(
            $"""
            <section id="beside">
            <h2>What the scores do not say</h2>
            <p>The Secretariat’s opinion weighs the three scores, so an arrangement that follows it is favoured by them. What is listed here beside the scores it does not weigh.</p>
            {figures.Of("differences", "Mean paired differences, with 95 % intervals.",
                "A panel for every unit, the largest difference on top. Filled marks are clear, hollow ones are not.")}{view.PairsOf(point).Select(pair => TableOf(view, point, pair))}</section>

            """);
    }

    private static Markup TableOf(ResultView view, PointResult point, PairSummary pair)
    {
        var table = new Table("", pair.From, pair.To, "difference [95 % interval]", "");
        foreach (var family in view.Beside.GroupBy(static measure => measure.Family))
        {
            table.Section(Words.Of(family.Key));
            foreach (var measure in family)
                if (ResultView.ComparisonOf(pair, measure.Id) is { N: > 0 } one)
                    table.Row(Shown.Heading(measure), Mean(point, pair.From, measure), Mean(point, pair.To, measure), Shown.DifferenceBetween(one.MeanDifference, one.Ci95), Words.Of(measure, one));
        }
        return table.ToMarkup($"{pair.To} against {pair.From}: measures beside the outcomes.");
    }

    private static string Mean(PointResult point, string arm, Measure measure) => Shown.Number(ResultView.SummaryOf(point, arm, measure.Id)?.Mean);
}
