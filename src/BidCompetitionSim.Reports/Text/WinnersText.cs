using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>Who won what.</summary>
internal static class WinnersText
{
    public static void Write(RunResult run, Cast cast, Page page)
    {
        page.Heading("Who won what");
        page.Line($"{"",-14}{"awards",7}{"km",8}{"K, bn",9}{"share",8}{"lent, bn",10}{"left, bn",10}{"pressure",10}", Ink.Faint);
        var all = Held(run, null).Sum(segment => segment.ReferenceCost);
        foreach (var sponsor in run.Sponsors)
        {
            var held = Held(run, sponsor.Id).ToArray();
            var cost = held.Sum(segment => segment.ReferenceCost);
            var share = all > 0 ? $"{cost / all:0%}" : "-";
            page.Line($"{cast.Letter(sponsor.Id)} {sponsor.Name,-12}{held.Length,7}{held.Sum(segment => segment.LengthKm),8:0}{cost,9:0.0}{share,8}{sponsor.Committed,10:0.0}{sponsor.Envelope,10:0.0}{sponsor.Pressure,10:0.0}", cast.InkOf(sponsor.Id));
        }
    }

    private static IEnumerable<SegmentResult> Held(RunResult run, string? sponsor) =>
        run.Segments.Where(segment => segment.Winner is not null && segment.Status != "cancelled" && (sponsor is null || segment.Winner == sponsor));
}
