using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Scenarios;

/// <summary>Shows people which invented numbers decide: a table of the strongest, in points of the scores.</summary>
internal static class InfluenceText
{
    private const int Shown = 40;
    private const int NameWidth = 47;

    public static void Write(InfluenceReport influence, Page page)
    {
        page.Heading("Which assumed numbers decide");
        page.Paragraph(
            $"Each number alone is set to both ends of its range; arm {influence.Arm}, {influence.Replications} replications with the same draws. "
            + "Largest change of the mean, in points (host surplus in USD bn); a change of no more than two standard errors is in brackets.");
        page.Line();
        page.Line($"{"",-NameWidth}{"compat.",8}{"viab.",8}{"cohes.",8}{"surplus",8}", Ink.Bold);
        foreach (var row in influence.Rows.Where(row => row.LargestScoreSwing > 0).Take(Shown)) Row(row, page);
        var still = influence.Rows.Count(row => row.LargestScoreSwing == 0);
        page.Line();
        page.Paragraph(
            $"{Math.Max(0, influence.Rows.Count - still - Shown)} more move a score by less; {still} of {influence.Rows.Count} move none in this arm. "
            + "What two numbers do together is not shown. The whole table: --output json.");
    }

    private static void Row(InfluenceRow row, Page page)
    {
        var figures = $"{Cell(row.Compatibility),8}{Cell(row.Viability),8}{Cell(row.Cohesion),8}{Cell(row.HostSurplusUsdBn),8}";
        if (row.Name.Length < NameWidth) page.Line($"{row.Name,-NameWidth}{figures}");
        else page.Line(row.Name).Line($"{"",-NameWidth}{figures}");
    }

    private static string Cell(InfluenceSwing? swing)
    {
        if (swing is null) return "-";
        var number = swing.Size.ToString(swing.Size < 9.95 ? "0.0" : "0");
        return swing.IsClear || swing.Size == 0 ? number : $"({number})";
    }
}
