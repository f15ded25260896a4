using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Experiments.Text;

/// <summary>Which part of an arrangement does what.</summary>
internal static class DecompositionText
{
    public static void Write(ResultView view, PointResult point, Page page)
    {
        if (view.Result.Decomposition is not { Count: > 0 } steps) return;
        page.Heading("One switch at a time");
        var grid = new Grid("switch turned", "change, 95 % interval", "mean after");
        foreach (var outcome in view.Outcomes)
        {
            grid.Section(Shown.Heading(outcome));
            grid.Row($"({steps[0].From})", "", Shown.Number(ResultView.SummaryOf(point, steps[0].From, outcome.Id)?.Mean));
            foreach (var step in steps) AddStep(grid, point, step, outcome.Id);
        }
        grid.Write(page);
        page.Line();
        page.Paragraph("Every row turns one more switch. What a switch does depends on those turned before it; in another order the rows would differ, their sum would not.", 0, 0, Ink.Faint);
    }

    private static void AddStep(Grid grid, PointResult point, StepResult step, string measure)
    {
        var change = ResultView.PairOf(point, step.From, step.To) is { } pair ? ResultView.ComparisonOf(pair, measure) : null;
        grid.Row(step.Switch, Shown.DifferenceBetween(change?.MeanDifference, change?.Ci95),
            Shown.Number(ResultView.SummaryOf(point, step.To, measure)?.Mean));
    }
}
