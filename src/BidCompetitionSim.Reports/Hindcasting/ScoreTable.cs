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
        page.Paragraph("Log score and Brier score: less is better. Intervals are 95 %, by bootstrap over cases.", 0, 0, Ink.Faint);
        Levels(result.Scores[0], page);
        if (result.Scores[0].Forecasters.Count > 1)
        {
            page.Line();
            Differences(result.Scores[0], page);
            page.Line();
            foreach (var sentence in Verdicts(result)) page.Paragraph(sentence, 0, 2, Ink.Bold);
        }
        if (result.Scores.Count > 1) Groups(result, page);
    }

    /// <summary>What may be said of the model against its rivals.</summary>
    public static IEnumerable<string> Verdicts(HindcastResult result)
    {
        if (!result.LeftOut && result.WeightsFrom != HindcastWeights.ShippedName)
        {
            yield return "Weights from a file may have been estimated on these very cases: nothing can be claimed against the baselines, which never see the case that they forecast.";
            yield break;
        }
        var rivals = result.Scores[0].Forecasters.Skip(1).ToArray();
        var worse = rivals.Where(static rival => rival.ModelLess!.Log.Mean >= 0 || rival.ModelLess.Brier.Mean >= 0).Select(static rival => rival.Forecaster).ToArray();
        yield return (worse.Length == 0 ? "The model beats every baseline in log score and Brier score" : $"The model does not beat {Joined(worse)} in both scores")
            + $" ({result.Scores[0].Cases} cases{(result.LeftOut ? ", each left out when it is predicted" : "")}).";
        var clearly = rivals.Where(static rival => rival.ModelLess is { Log.Ci95.High: < 0, Brier.Ci95.High: < 0 }).Select(static rival => rival.Forecaster).ToArray();
        yield return clearly.Length == 0 ? "No difference is beyond chance in both scores: intervals include 0."
            : $"Beyond chance in both scores, one by one: better than {Joined(clearly)}.{(clearly.Length < rivals.Length ? " The others it may have beaten by luck." : "")}";
        if (result.Scores.FirstOrDefault(static group => group.Group == "core") is { } core)
        {
            var (model, china) = (core.Forecasters[0].Accuracy.Mean, core.Forecasters.First(static one => one.Forecaster == "always China").Accuracy.Mean);
            yield return $"Of the {core.Cases} core contests the likeliest won in {model * 100:0} %; always to say China is right in {china * 100:0} %"
                + (model > china ? "." : ": no skill at naming the winner of a contest can be claimed.");
        }
    }

    private static void Levels(GroupScores group, Page page)
    {
        var grid = new Grid($"{group.Cases} cases", "log score", "Brier score", "right");
        foreach (var one in group.Forecasters) grid.Row(one.Forecaster, Of(one.Log), Of(one.Brier), $"{one.Accuracy.Mean * 100:0} %");
        grid.Write(page);
    }

    private static void Differences(GroupScores group, Page page)
    {
        var grid = new Grid("the model less", "log score", "Brier score", "right");
        foreach (var one in group.Forecasters)
            if (one.ModelLess is { } less) grid.Row(one.Forecaster, Signed(less.Log), Signed(less.Brier), Figure.Of(less.Accuracy.Mean * 100, "+0;-0;0") + " %");
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

    private static string Of(ScoreFigure figure) =>
        Figure.Of(figure.Mean, "0.000") + (figure.Ci95 is { } interval ? $" [{Figure.Of(interval.Low, "0.00")}, {Figure.Of(interval.High, "0.00")}]" : "");

    private static string Signed(ScoreFigure figure) =>
        Figure.Of(figure.Mean, "+0.000;-0.000;0.000") + (figure.Ci95 is { } interval ? $" [{Figure.WithSign(interval.Low)}, {Figure.WithSign(interval.High)}]" : "");

    private static string Joined(string[] names) => names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
