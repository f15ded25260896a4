using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Scenarios;

/// <summary>Shows people which invented numbers decide: a table of the strongest, in points of the scores.</summary>
internal static class InfluenceText
{
    private const int Shown = 40;
    private const int NameWidth = 47;
    private const int FiguresWidth = 32;

    public static void Write(InfluenceReport influence, Page page)
    {
        page.Heading("Which assumed numbers decide");
        page.Paragraph(
            $"Each number alone is set to both ends of its range; arm {influence.Arm}, {Figure.Count(influence.Replications, "replication")} with the same draws. "
            + "Largest change of the mean, in points (host surplus in USD bn); a change of no more than two standard errors is in brackets.");
        page.Line();
        var name = Math.Min(NameWidth, page.Width - FiguresWidth);
        page.Line($"{new string(' ', name)}{"compat.",8}{"viab.",8}{"cohes.",8}{"surplus",8}", Ink.Bold);
        foreach (var row in influence.Rows.Where(row => row.LargestScoreSwing > 0).Take(Shown)) Row(row, name, page);
        var still = influence.Rows.Count(row => row.LargestScoreSwing == 0);
        page.Line();
        page.Paragraph(
            $"{Math.Max(0, influence.Rows.Count - still - Shown)} more move a score by less; {still} of {influence.Rows.Count} move none in this arm. "
            + "What two numbers do together is not shown. The whole table: --output json.");
    }

    private static void Row(InfluenceRow row, int name, Page page)
    {
        var figures = $"{Cell(row.Compatibility),8}{Cell(row.Viability),8}{Cell(row.Cohesion),8}{Cell(row.HostSurplusUsdBn),8}";
        if (row.Name.Length < name) page.Line($"{row.Name.PadRight(name)}{figures}");
        else page.Line(row.Name).Line($"{new string(' ', name)}{figures}");
    }

    private static string Cell(InfluenceSwing? swing)
    {
        if (swing is null) return "-";
        var number = swing.Size.ToString(swing.Size < 9.95 ? "0.0" : "0");
        return swing.IsClear || swing.Size == 0 ? number : $"({number})";
    }
}
