using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>Who gains and who loses.</summary>
internal static class StateSection
{
    public static Markup Of(ResultView view, PointResult point, ReportContext context, Figures figures)
    {
        var pairs = view.PairsOf(point).Where(pair => point.States.Any(one => one.From == pair.From && one.To == pair.To)).ToArray();
        if (pairs.Length == 0) return Markup.None;
        return Markup.Of(
            $"""
            <section id="states-section">
            <h2>Who gains, who loses</h2>
            {figures.Of("states", "Mean paired difference, state by state, with 95 % intervals.",
                "▲ gains and ▼ loses where the difference is clear; ○ where it is not.")}{pairs.Select(pair => TableOf(view, point, pair, context))}</section>

            """);
    }

    private static Markup TableOf(ResultView view, PointResult point, PairSummary pair, ReportContext context)
    {
        var table = new Table("", "difference [95 % interval]", "adjusted p", "");
        foreach (var group in point.States.Where(one => one.From == pair.From && one.To == pair.To).GroupBy(static one => one.Measure))
        {
            table.Section(view.HeadingOfStates(group.Key));
            foreach (var one in group.OrderByDescending(static one => one.MeanDifference))
                table.Row(context.StateName(one.State), Shown.DifferenceBetween(one.MeanDifference, one.Ci95), Shown.P(one.PAdjusted), one.Verdict);
        }
        return table.ToMarkup($"{pair.To} against {pair.From}, state by state.");
    }
}
