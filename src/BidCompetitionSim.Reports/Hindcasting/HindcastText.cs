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
        page.Paragraph("Past choices, replayed with what was known then", 0, 2, Ink.Bold);
        page.Line();
        page.Entry("cases    ", $"{Shown.Count(result.Cases.Count, "case")} of {result.CasesFrom}");
        page.Entry("weights  ", result.LeftOut
            ? $"estimated; every case is predicted by weights, penalty and sector factors that never saw it (penalty of all together {Shown.Number(result.Penalty)})"
            : $"{result.WeightsFrom}: {(result.WeightsFrom == HindcastWeights.ShippedName ? "the model's start values, none of them estimated from these cases" : "read from a file")}");
    }

    private static void Calibration(HindcastResult result, Page page)
    {
        page.Heading("Does what is called so likely happen so often?");
        var grid = new Grid("called", "forecasts", "mean", "happened", "95 % interval");
        foreach (var row in result.Calibration.Where(static row => row.Forecasts > 0))
            grid.Row($"{row.From * 100:0} to {row.To * 100:0} %", $"{row.Forecasts}", Percent(row.MeanProbability), Percent(row.Happened), $"{row.Ci95.Low * 100:0} to {row.Ci95.High * 100:0} %");
        grid.Write(page);
        page.Paragraph("Four forecasts a case, taken as if independent (Wilson 1927): true intervals are a little wider.", 0, 0, Ink.Faint);
    }

    private static void Weights(HindcastResult result, Page page)
    {
        page.Heading("Weights, over the scale of taste");
        var grid = new Grid("weight", "start", "estimate", "standard error");
        foreach (var weight in result.Weights)
            grid.Row(weight.Name, Figure.Of(weight.Start, "0.00"), Figure.Of(weight.Value, "0.00"), weight.AtBound ? "at 0, its bound" : Figure.Of(weight.StandardError, "0.00"));
        grid.Write(page);
        page.Paragraph("Held at the start values by a penalty; standard errors from the penalised Hessian: they say what penalty and cases leave open together.", 0, 0, Ink.Faint);
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
