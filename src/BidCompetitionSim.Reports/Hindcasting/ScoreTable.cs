using BidCompetitionSim.Experiments.Hindcasting;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Reports.Experiments.Text;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Hindcasting;

/// <summary>Scores of the model and of what it has to beat.</summary>
internal static class ScoreTable
{
    public static void Write(HindcastResult result, Page page)
    {
        page.Heading("How good that is");
        page.Paragraph("Log score and Brier score: less is better. Right: how often the likeliest happened. Intervals are 95 %, by bootstrap over cases, one by one; not given under 20 cases.", 0, 0, Ink.Faint);
        Levels(result.Scores[0], page);
        if (result.Scores[0].Forecasters.Count > 1)
        {
            page.Line();
            Differences(result.Scores[0], page);
            page.Line();
            foreach (var sentence in ScoreVerdicts.Of(result)) page.Paragraph(sentence, 0, 2, Ink.Bold);
        }
        if (result.Scores.Count > 1) Groups(result, page);
    }

    private static void Levels(GroupScores group, Page page)
    {
        var grid = new Grid($"{group.Cases} cases", "log score", "Brier score", "right");
        foreach (var one in group.Forecasters) grid.Row(one.Forecaster, Of(one.Log), Of(one.Brier), Share(one.Accuracy, "0"));
        grid.Write(page);
    }

    private static void Differences(GroupScores group, Page page)
    {
        var grid = new Grid("the model less", "log score", "Brier score", "right");
        foreach (var one in group.Forecasters)
            if (one.ModelLess is { } less) grid.Row(one.Forecaster, Signed(less.Log), Signed(less.Brier), Share(less.Accuracy, "+0;-0;0"));
        grid.Write(page);
    }

    private static void Groups(HindcastResult result, Page page)
    {
        page.Line();
        page.Paragraph("By kind of case: log score; right", 0, 0, Ink.Faint);
        var grid = new Grid(["", .. result.Scores.Skip(1).Select(static group => $"{group.Group} ({group.Cases})")]);
        for (var i = 0; i < result.Scores[0].Forecasters.Count; i++)
            grid.Row([result.Scores[0].Forecasters[i].Forecaster, .. result.Scores.Skip(1).Select(group => $"{Figure.Of(group.Forecasters[i].Log.Mean, "0.00")}; {group.Forecasters[i].Accuracy.Mean * 100:0} %")]);
        grid.Write(page);
    }

    private static string Share(ScoreFigure figure, string format) =>
        Figure.Of(figure.Mean * 100, format) + " %" + (figure.Ci95 is { } interval ? $" [{Figure.Of(interval.Low * 100, format)}, {Figure.Of(interval.High * 100, format)}]" : "");

    private static string Of(ScoreFigure figure) =>
        Figure.Of(figure.Mean, "0.000") + (figure.Ci95 is { } interval ? $" [{Figure.Of(interval.Low, "0.00")}, {Figure.Of(interval.High, "0.00")}]" : "");

    private static string Signed(ScoreFigure figure) =>
        Figure.Of(figure.Mean, "+0.000;-0.000;0.000") + (figure.Ci95 is { } interval ? $" [{End(interval.Low)}, {End(interval.High)}]" : "");

    // An interval that leaves out 0 must be seen to.
    private static string End(double value) => Math.Round(value, 2) == 0 && value != 0 ? Figure.Of(value, "+0.000;-0.000;0.000") : Figure.WithSign(value);
}
