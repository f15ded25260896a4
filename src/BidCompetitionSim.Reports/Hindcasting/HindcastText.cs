using BidCompetitionSim.Experiments.Hindcasting;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Reports.Experiments;
using BidCompetitionSim.Reports.Experiments.Text;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Hindcasting;

/// <summary>Tells people what a hindcast says, in plain text.</summary>
public static class HindcastText
{
    /// <summary>Writes the whole report.</summary>
    public static void Write(HindcastResult result, Page page)
    {
        Opening(result, page);
        CaseTable.Write(result, page);
        if (result.Scores.Count > 0)
        {
            ScoreTable.Write(result, page);
            Calibration(result, page);
        }
        if (result.LeftOut) Weights(result, page);
        DeliveryTable.Write(result, page);
        Limits(result, page);
    }

    private static void Opening(HindcastResult result, Page page)
    {
        page.Paragraph("Past choices, replayed", 0, 2, Ink.Bold);
        page.Line();
        page.Entry("cases    ", $"{Shown.Count(result.Cases.Count, "case")} of {result.CasesFrom}{(result.Ignored.Count > 0 ? $", without {string.Join(", ", result.Ignored)}" : "")}");
        page.Entry("weights  ", WeightsOf(result) + (result.Set.Count > 0 ? $"; with {string.Join(", ", result.Set)}" : ""));
    }

    private static string WeightsOf(HindcastResult result) =>
        result.LeftOut ? $"estimated; every case is predicted by weights, constants, penalty and sector factors that never saw it (penalty of all together {Shown.Number(result.Penalty)})"
        : result.WeightsFrom == HindcastWeights.ShippedName ? $"{result.WeightsFrom}: the model's start values; how often others win is counted in all other cases"
        : $"{result.WeightsFrom}: read from a file";

    private static void Calibration(HindcastResult result, Page page)
    {
        page.Heading("Does what is called so likely happen so often?");
        var grid = new Grid("called", "forecasts", "mean", "happened", "95 % interval");
        foreach (var row in result.Calibration.Where(static row => row.Forecasts > 0))
            grid.Row($"{row.From * 100:0} to {row.To * 100:0} %", $"{row.Forecasts}", Percent(row.MeanProbability), Percent(row.Happened), $"{row.Ci95.Low * 100:0} to {row.Ci95.High * 100:0} %");
        grid.Write(page);
        page.Paragraph("Intervals are those of independent forecasts (Wilson 1927). The four of a case exclude one another, which makes them too wide; cases of one host may lean on one another, which makes them too narrow.", 0, 0, Ink.Faint);
    }

    private static void Weights(HindcastResult result, Page page)
    {
        page.Heading("Weights, over the scale of taste");
        var grid = new Grid("weight", "start", "estimate", "prior sd", "posterior sd", "standard error");
        foreach (var weight in result.Weights)
            grid.Row(weight.Name, weight.Start is null ? "free" : Figure.Of(weight.Start, "0.00"), Figure.Of(weight.Value, "0.00"), Figure.Of(weight.PriorSd, "0.00"),
                weight.AtBound ? "at 0, its bound" : Figure.Of(weight.PosteriorSd, "0.00"), Figure.Of(weight.StandardError, "0.00"));
        grid.Write(page);
        page.Paragraph("The penalty holds weights at their start values as a prior would. Posterior: what prior and cases leave open together. Standard error: what the cases leave open alone; where it is far above the prior's deviation, the estimate says what was assumed.", 0, 0, Ink.Faint);
    }

    private static void Limits(HindcastResult result, Page page)
    {
        page.Heading("What this cannot say");
        page.Paragraph("- What was asked for and not offered, and offers that were never published, are not in the table: it tells who was chosen, hardly why.", 0, 2);
        foreach (var remark in result.Remarks) page.Paragraph($"- {remark}", 0, 2);
        page.Line();
        page.Paragraph($"seed {result.Seed}, bidsim {result.Program.Version} ({result.Program.Commit[..Math.Min(12, result.Program.Commit.Length)]})", 0, 2, Ink.Faint);
    }

    internal static string Percent(double? share) => share is { } known ? $"{known * 100:0} %" : "-";
}
