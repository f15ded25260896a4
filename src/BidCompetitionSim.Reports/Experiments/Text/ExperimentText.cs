using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Experiments.Text;

/// <summary>Tells people what an experiment says, in plain text.</summary>
public static class ExperimentText
{
    /// <summary>Writes the whole report.</summary>
    /// <param name="result">The document.</param>
    /// <param name="page">Where to.</param>
    /// <param name="context">Names of states, segments and sponsors; without it their ids are written.</param>
    public static void Write(ExperimentResult result, Page page, ReportContext? context = null)
    {
        var view = new ResultView(result);
        Opening(result, page);
        HeadlineText.Write(result, page);
        if (view.Point is { } point)
        {
            if (result.Points.Count > 1) PointText.Write(view, page);
            OutcomeText.Write(view, point, page);
            DecompositionText.Write(view, point, page);
            OutcomeText.WriteBeside(view, point, page);
            StateText.Write(view, point, page, context);
            ShareText.WriteWinners(view, point, page, context);
            ShareText.WriteClashes(view, point, page, context);
        }
        EndText.Write(result, page);
    }

    private static void Opening(ExperimentResult result, Page page)
    {
        page.Paragraph(result.Title, 0, 2, Ink.Bold);
        if (result.Question.Length > 0) page.Paragraph(result.Question);
        page.Line();
        page.Entry("scenario  ", $"{result.Scenario}: {result.ScenarioTitle}");
        page.Entry("arms      ", string.Join(", ", result.Arms.Select(ArmOf)));
        var factors = result.Factors.Count == 0 ? "" : $", {Shown.Count(result.Points.Count, "combination")} of {string.Join(", ", result.Factors.Select(factor => factor.Name))}";
        page.Entry("played    ", $"{Words.Played(result)} of every arm with the same draws{factors}, seed {result.Seed}");
        page.Entry("numbers   ", result.Uncertain ? "every assumed number drawn from its range, the same in all arms" : "assumed numbers at their stated values");
        if (result.Stopping is { } stopping)
            page.Entry("stopped   ", $"{stopping.Rule.TrimEnd('.')}: half-width of {stopping.Measure} wanted {Shown.Number(stopping.HalfWidthWanted)}, {Words.Precision(result, stopping)}");
        if (result.Status == "stopped") page.Paragraph($"Stopped before its end: {Shown.Count(result.Done, "row")} done.", 0, 2, Ink.Alarm);
    }

    private static string ArmOf(ArmResult arm)
    {
        var changes = arm.Set.Count > 0 ? $" with {string.Join(", ", arm.Set)}" : "";
        return arm.Arrangement == arm.Id ? arm.Id + changes : $"{arm.Id} ({arm.Arrangement}){changes}";
    }
}
