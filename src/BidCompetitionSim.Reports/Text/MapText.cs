using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>A schematic of every place and segment, route by route, with who won each.</summary>
internal static class MapText
{
    private const int Indent = 2;

    public static void Write(RunResult run, Cast cast, Page page)
    {
        page.Heading("The map");
        foreach (var route in RouteGraph.Of(run))
        {
            page.Paragraph(route.Name);
            foreach (var chain in route.Chains()) WriteChain(chain, cast, page);
        }
        page.Line();
        var first = cast.Letter(run.Sponsors[0].Id);
        var sponsors = string.Join(", ", run.Sponsors.Select(sponsor => $"{cast.Letter(sponsor.Id)} {sponsor.Name}"));
        page.Paragraph(
            $"{sponsors}; ={first}= open at the horizon, -{char.ToLowerInvariant(first)}- let and not open by then, ··· not let, ·x· cancelled, ·–· failed; --- there before, ~~~ a road that stands in.",
            0, 2, Ink.Faint);
        page.Paragraph(string.Join(", ", run.Places.Where(place => place.Id != place.Name).Select(place => $"{place.Id} {place.Name}")), 0, 2, Ink.Faint);
    }

    private static void WriteChain(Chain chain, Cast cast, Page page)
    {
        var column = Indent + Cells.Of(chain.Start);
        page.Write(new string(' ', Indent)).Write(chain.Start);
        foreach (var step in chain.Steps)
        {
            var (mark, ink) = MarkOf(step.Track, cast);
            var width = mark.Length + 2 + Cells.Of(step.To);
            if (column + width > page.Width)
            {
                page.Line().Write(new string(' ', Indent + 2));
                column = Indent + 2;
            }
            page.Write(" ").Write(mark, ink).Write(" ").Write(step.To);
            column += width;
        }
        page.Line();
    }

    private static (string Mark, Ink Ink) MarkOf(Track track, Cast cast) => track.State switch
    {
        TrackState.Open => ($"={cast.Letter(track.Sponsor!)}=", cast.InkOf(track.Sponsor)),
        TrackState.Signed => ($"-{char.ToLowerInvariant(cast.Letter(track.Sponsor!))}-", cast.InkOf(track.Sponsor)),
        TrackState.Cancelled => ("·x·", Ink.Alarm),
        TrackState.Failed => ("·–·", Ink.Alarm),
        TrackState.NotLet => ("···", Ink.Plain),
        TrackState.Road => ("~~~", Ink.Faint),
        _ => ("---", Ink.Faint),
    };
}
