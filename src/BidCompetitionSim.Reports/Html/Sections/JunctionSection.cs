using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>Where through traffic pays.</summary>
internal static class JunctionSection
{
    public static Markup Of(ResultView view, PointResult point, ReportContext context, Figures figures)
    {
        var rows = point.Junctions.Where(one => view.Arms.Contains(one.Arm)).ToArray();
        if (rows.Length == 0) return Markup.None;
        return Markup.Of(
            $"""
            <section id="junctions-section">
            <h2>Junctions that clash</h2>
            {figures.Of("clash-map", "How often each junction clashes, by arm.", "A circle’s area, and the number in or beside it, is the share of replications (per cent) in which both sides of the junction were built and their standards clash.")}{TableOf(view, rows, context)}</section>

            """);
    }

    private static Markup TableOf(ResultView view, JunctionSummary[] rows, ReportContext context)
    {
        var table = new Table(["", .. view.Arms]);
        foreach (var junction in rows.GroupBy(static row => row.Junction).OrderByDescending(static rows => rows.Max(static row => row.Clash.Share)))
            table.Row(context.JunctionName(junction.Key), [.. view.Arms.Select(arm => junction.FirstOrDefault(row => row.Arm == arm) is { } row ? Shown.Percent(row.Clash) : "-")]);
        return table.ToMarkup("Share of replications in which both sides of a junction were built and clash, ± half of the 95 % interval (Wilson 1927).");
    }
}
