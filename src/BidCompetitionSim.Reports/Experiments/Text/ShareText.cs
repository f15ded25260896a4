using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Experiments.Text;

/// <summary>Who wins what, and where lines clash: the rows in which arms differ most.</summary>
internal static class ShareText
{
    private const int Most = 12;

    public static void WriteWinners(ResultView view, PointResult point, Page page, ReportContext? context)
    {
        var segments = point.Segments.Where(one => view.Arms.Contains(one.Arm)).GroupBy(one => one.Segment).ToArray();
        if (segments.Length == 0) return;
        page.Heading("Who wins what, most often");
        var grid = new Grid(["segment", .. view.Arms]);
        foreach (var segment in segments.OrderByDescending(Widest).ThenBy(one => one.Key, StringComparer.Ordinal).Take(Most))
            grid.Row([context?.SegmentName(segment.Key) ?? segment.Key, .. view.Arms.Select(arm => Usual(segment.FirstOrDefault(one => one.Arm == arm), context))]);
        grid.Write(page);
        More(page, segments.Length);
    }

    public static void WriteClashes(ResultView view, PointResult point, Page page, ReportContext? context)
    {
        var junctions = point.Junctions.Where(one => view.Arms.Contains(one.Arm)).GroupBy(one => one.Junction).Where(one => one.Any(row => row.Clash.Count > 0)).ToArray();
        if (junctions.Length == 0) return;
        page.Heading("Junctions that clash");
        page.Paragraph("Share of replications in which both sides were built and through traffic pays.", 0, 0, Ink.Faint);
        var grid = new Grid(["junction", .. view.Arms]);
        foreach (var junction in junctions.OrderByDescending(one => one.Max(row => row.Clash.Share)).ThenBy(one => one.Key, StringComparer.Ordinal).Take(Most))
            grid.Row([context?.JunctionName(junction.Key) ?? junction.Key, .. view.Arms.Select(arm => junction.FirstOrDefault(one => one.Arm == arm) is { } row ? Shown.Percent(row.Clash) : "-")]);
        grid.Write(page);
        More(page, junctions.Length);
    }

    // How far the shares of any one winner lie apart between arms.
    private static double Widest(IEnumerable<SegmentSummary> arms) =>
        arms.SelectMany(static arm => arm.Winners).GroupBy(static winner => winner.Id).Select(static one => one.Max(w => w.Share) - one.Min(w => w.Share)).DefaultIfEmpty(0).Max();

    private static string Usual(SegmentSummary? segment, ReportContext? context) =>
        segment?.Winners.MaxBy(static winner => winner.Count) is { } winner ? $"{context?.SponsorName(winner.Id) ?? winner.Id} {Shown.Percent(winner)}" : "-";

    private static void More(Page page, int all)
    {
        if (all > Most) page.Paragraph($"{all - Most} more: --report FILE.html or --output json. ± is half of the 95 % interval (Wilson 1927), in brackets are its ends where it is uneven.", 0, 0, Ink.Faint);
        else page.Paragraph("± is half of the 95 % interval (Wilson 1927), in brackets are its ends where it is uneven.", 0, 0, Ink.Faint);
    }
}
