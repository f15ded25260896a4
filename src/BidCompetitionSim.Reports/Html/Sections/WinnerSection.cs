using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>Who wins what.</summary>
internal static class WinnerSection
{
    public static Markup Of(ResultView view, PointResult point, ReportContext context, Figures figures)
    {
        var rows = point.Segments.Where(one => view.Arms.Contains(one.Arm)).ToArray();
        if (rows.Length == 0) return Markup.None;
        var letters = string.Join(", ", context.Sponsors.Select(static sponsor => $"{sponsor.Letter} {sponsor.Name}"));
        return Markup.Of(
            $"""
            <section id="winners-section">
            <h2>Who wins what</h2>
            {figures.Of("winner-map", "The most frequent winner of each line, by arm.",
                $"{letters}, – nobody; beside the letter the share of replications in per cent. Lines are the wider and darker the more often that winner wins. Thin lines were there before. Land and borders: Natural Earth, as they are.")}{figures.Of("winners", "Share of replications in which each sponsor holds the award at the end.", "Darker is more often; numbers in per cent.")}{TableOf(view, rows, context)}</section>

            """);
    }

    private static Markup TableOf(ResultView view, SegmentSummary[] rows, ReportContext context)
    {
        var winners = rows.SelectMany(static row => row.Winners).Select(static winner => winner.Id).Distinct().ToArray();
        var table = new Table(["", .. view.Arms.SelectMany(_ => winners.Select(context.SponsorName))]).Over(view.Arms, winners.Length);
        foreach (var segment in rows.GroupBy(static row => row.Segment))
            table.Row(context.SegmentName(segment.Key), [.. view.Arms.SelectMany(arm => winners.Select(winner => Share(segment, arm, winner)))]);
        return table.ToMarkup("Share of replications in which each holds the award at the end, ± half of the 95 % interval (Wilson 1927).");
    }

    private static string Share(IEnumerable<SegmentSummary> rows, string arm, string winner) =>
        rows.FirstOrDefault(row => row.Arm == arm)?.Winners.FirstOrDefault(one => one.Id == winner) is { } share ? Shown.Percent(share) : "-";
}
