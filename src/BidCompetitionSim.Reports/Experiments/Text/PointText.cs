using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Experiments.Text;

/// <summary>How differences vary over the combinations of factor values.</summary>
internal static class PointText
{
    public static void Write(ResultView view, Page page)
    {
        page.Heading($"Over {Shown.Count(view.Result.Points.Count, "combination")} of factors");
        var grid = new Grid("mean difference", "lowest", "median", "highest", "clearly higher", "clearly lower", "unclear");
        foreach (var arm in view.Arms.Skip(1))
            foreach (var spread in PointSpread.Of(view, arm))
                grid.Row($"{spread.Outcome.Label}, {arm}", Shown.Signed(spread.Lowest), Shown.Signed(spread.Median), Shown.Signed(spread.Highest),
                    $"{spread.Higher}", $"{spread.Lower}", $"{spread.Unclear}");
        grid.Write(page);
        var values = view.Point!.Values.Select((value, i) => $"{view.Result.Factors[i].Name} {Shown.Number(value)}");
        page.Paragraph($"Everything below is of combination {view.Point.Point} alone: {string.Join(", ", values)}.", 0, 0, Ink.Bold);
    }
}
