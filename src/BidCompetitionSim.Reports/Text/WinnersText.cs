using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>Who won what.</summary>
internal static class WinnersText
{
    private const int NameWidth = 12;
    private const int FiguresWidth = 64;

    private sealed record Row(SponsorResult Sponsor, int Awards, double Km, double Cost, string Share);

    public static void Write(RunResult run, Cast cast, Page page)
    {
        page.Heading("Who won what");
        var rows = RowsOf(run).ToArray();
        var name = Math.Clamp(rows.Max(row => Cells.Of(row.Sponsor.Name)) + 1, NameWidth, Math.Max(NameWidth, page.Width - FiguresWidth));
        if (name + FiguresWidth > page.Width) foreach (var row in rows) Sentence(row, cast, page);
        else Table(rows, name, cast, page);
        page.Paragraph(
            "K: reference cost. left: what its windows can still lend. pressure: losses to a rival, each counting 1 and half as much every three years; they make the next award worth more to it.",
            0, 2, Ink.Faint);
        if (Held(run, null).Any(segment => segment.Partner is not null))
            page.Paragraph("A joint award counts for both that share it, with half of its km and K each.", 0, 2, Ink.Faint);
    }

    private static void Table(Row[] rows, int name, Cast cast, Page page)
    {
        page.Line($"{new string(' ', name + 2)}{"awards",7}{"km",8}{"K, bn",9}{"share",8}{"lent, bn",10}{"left, bn",10}{"pressure",10}", Ink.Faint);
        foreach (var (sponsor, awards, km, cost, share) in rows)
            page.Line($"{cast.Letter(sponsor.Id)} {Cells.Left(Cells.Cut(sponsor.Name, name), name)}{awards,7}{km,8:0}{cost,9:0.0}{share,8}{sponsor.Committed,10:0.0}{sponsor.Envelope,10:0.0}{sponsor.Pressure,10:0.0}", cast.InkOf(sponsor.Id));
    }

    private static void Sentence(Row row, Cast cast, Page page)
    {
        var (sponsor, awards, km, cost, share) = row;
        page.Paragraph(
            $"{cast.Letter(sponsor.Id)} {sponsor.Name}: {awards} awards, {km:0} km, K USD {cost:0.0} bn ({share}), lent {sponsor.Committed:0.0} bn, left {sponsor.Envelope:0.0} bn, pressure {sponsor.Pressure:0.0}",
            0, 2, cast.InkOf(sponsor.Id));
    }

    private static IEnumerable<Row> RowsOf(RunResult run)
    {
        var all = Held(run, null).Sum(segment => segment.ReferenceCost);
        foreach (var sponsor in run.Sponsors)
        {
            var held = Held(run, sponsor.Id).ToArray();
            var cost = held.Sum(segment => segment.ReferenceCost * ShareIn(segment));
            yield return new Row(sponsor, held.Length, held.Sum(segment => segment.LengthKm * ShareIn(segment)), cost, all > 0 ? $"{cost / all:0%}" : "-");
        }
    }

    private static IEnumerable<SegmentResult> Held(RunResult run, string? sponsor) =>
        run.Segments.Where(segment => segment.Winner is not null && segment.Status != "cancelled" && (sponsor is null || segment.Winner == sponsor || segment.Partner == sponsor));

    private static double ShareIn(SegmentResult segment) => segment.Partner is null ? 1 : 0.5;
}
