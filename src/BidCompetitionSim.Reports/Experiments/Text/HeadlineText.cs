using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Experiments.Text;

/// <summary>What may be quoted, and what each outcome allows to say.</summary>
internal static class HeadlineText
{
    public static void Write(ExperimentResult result, Page page)
    {
        page.Heading("What comes out");
        var first = true;
        foreach (var headline in Headline.Of(result))
        {
            if (!first) page.Line();
            first = false;
            page.Paragraph(headline.Sentence, 0, 0, Ink.Bold);
            if (result.Points.Count > 1) continue;
            foreach (var claim in headline.Claims.Where(static claim => claim.Verdict is not null)) page.Paragraph($"- {claim.Verdict} {claim.Grounds}", 0, 2);
        }
        if (result.Arms.Count < 2) page.Paragraph("One arm alone: there is nothing to compare it with.");
        else page.Line().Paragraph(Standings.Rule, 0, 0, Ink.Faint);
    }
}
