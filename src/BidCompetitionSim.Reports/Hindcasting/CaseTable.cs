using BidCompetitionSim.Experiments.Hindcasting;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Hindcasting;

/// <summary>Every case: how likely each alternative was, which happened, and why the likeliest was likeliest.</summary>
internal static class CaseTable
{
    private const int LongestId = 12, Bars = 10, ReasonsTold = 3;

    public static void Write(HindcastResult result, Page page)
    {
        page.Heading("Who wins, in per cent; * happened");
        var id = Math.Min(LongestId, result.Cases.Select(static one => Cells.Of(one.Id)).DefaultIfEmpty(4).Max());
        page.Line($"{Cells.Left("case", id)}  year  China  Japan  other  nobody  why the first and not the second", Ink.Faint);
        foreach (var one in result.Cases)
        {
            var lead = $"{Cells.Left(Cells.Cut(one.Id, id), id)}  {one.Year?.ToString() ?? "   -",4} {Cell(one, "china", one.Probabilities.China)} {Cell(one, "japan", one.Probabilities.Japan)} "
                + $"{Cell(one, "other", one.Probabilities.Other)}  {Cell(one, "none", one.Probabilities.None)}  ";
            var why = string.Join(", ", one.Reasons.Take(ReasonsTold).Select(Told));
            page.Line(lead + Cells.Cut(why, Math.Max(Bars, page.Width - Cells.Of(lead))));
        }
        page.Paragraph("Reasons are what a term adds to the log odds of the likeliest against the next; all of them: --output json.", 0, 0, Ink.Faint);
    }

    private static string Cell(CaseResult one, string alternative, double probability) => $"{probability * 100,4:0} {(one.Happened == alternative ? "*" : " ")}";

    private static string Told(Reason reason) => $"{reason.Term} {Figure.Of(reason.LogOdds, "+0.0;-0.0;0.0")}";
}
