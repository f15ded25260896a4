using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Experiments.Text;

/// <summary>Tables of measures: the outcomes in full, the others beside them.</summary>
internal static class OutcomeText
{
    public static void Write(ResultView view, PointResult point, Page page)
    {
        page.Heading("Outcomes");
        var grid = new Grid("arm", "mean ± 95 %", "difference, 95 % interval", "higher", "var.", "adj. p");
        foreach (var outcome in view.Outcomes)
        {
            grid.Section(Shown.Heading(outcome));
            foreach (var arm in view.Arms) AddArm(grid, point, view.Arms[0], arm, outcome);
        }
        grid.Write(page);
        page.Line();
        page.Paragraph(
            $"Differences are paired, against {view.Arms[0]}. \"higher\": share of pairs in which the arm is higher; equal ones are not among them. \"var.\": what is left of "
            + "the variance of a difference by giving both arms the same draws.", 0, 0, Ink.Faint);
    }

    /// <summary>Measures that are no outcome: most of them lie outside of what the Secretariat is judged by.</summary>
    public static void WriteBeside(ResultView view, PointResult point, Page page)
    {
        var pairs = view.PairsOf(point).ToArray();
        if (pairs.Length == 0) return;
        page.Heading("Beside the outcomes");
        page.Paragraph("The Secretariat's opinion weighs the three scores, so an arrangement that follows it is favoured by them; what stands beside them it does not weigh.", 0, 0, Ink.Faint);
        var grid = pairs.Length == 1 ? new Grid("", pairs[0].From, pairs[0].To, "difference, 95 % interval", "") : new Grid(["", pairs[0].From, .. pairs.Select(static pair => pair.To)]);
        foreach (var family in view.Beside.GroupBy(measure => measure.Family))
        {
            grid.Section(Words.Of(family.Key));
            foreach (var measure in family) AddMeasure(grid, point, pairs, measure);
        }
        grid.Write(page);
        if (pairs.Length > 1) page.Paragraph($"Differences from {pairs[0].From}, in brackets where they are not clear.", 0, 0, Ink.Faint);
    }

    private static void AddArm(Grid grid, PointResult point, string first, string arm, Measure outcome)
    {
        var mean = ResultView.SummaryOf(point, arm, outcome.Id) is { } summary ? Shown.MeanOf(summary) : "-";
        var pair = arm == first ? null : ResultView.PairOf(point, first, arm);
        if (pair is null || ResultView.ComparisonOf(pair, outcome.Id) is not { } one) grid.Row(arm, mean, "", "", "", "");
        else grid.Row(arm, mean, Shown.DifferenceBetween(one.MeanDifference, one.Ci95), Shown.Percent(one.Higher),
            one.VarianceReduction is { } gain ? Shown.Percent(1 / gain) : "-", Shown.P(one.PAdjusted ?? one.PValue));
    }

    private static void AddMeasure(Grid grid, PointResult point, PairSummary[] pairs, Measure measure)
    {
        var all = pairs.Select(pair => ResultView.ComparisonOf(pair, measure.Id)).ToArray();
        if (!Array.Exists(all, static one => one is { N: > 0 })) return;
        var (label, mean) = (Shown.Heading(measure), Mean(point, pairs[0].From, measure));
        if (pairs.Length > 1) grid.Row([label, mean, .. all.Select(Bracketed)]);
        else grid.Row(label, mean, Mean(point, pairs[0].To, measure), Shown.DifferenceBetween(all[0]!.MeanDifference, all[0]!.Ci95), Words.Of(measure, all[0]!));
    }

    private static string Bracketed(Comparison? one)
    {
        if (one is not { MeanDifference: not null }) return "-";
        var difference = Shown.Difference(one.MeanDifference, one.Ci95);
        return Standings.Of(one) is Standing.Higher or Standing.Lower or Standing.Same ? difference : $"({difference})";
    }

    private static string Mean(PointResult point, string arm, Measure measure) => Shown.Number(ResultView.SummaryOf(point, arm, measure.Id)?.Mean);
}
