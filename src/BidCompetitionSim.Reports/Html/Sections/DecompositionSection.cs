using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>Which part of an arrangement does what.</summary>
internal static class DecompositionSection
{
    public static Markup Of(ResultView view, PointResult point, Figures figures)
    {
        if (view.Result.Decomposition is not { Count: > 0 } steps) return Markup.None;
        return Markup.Of(
            $"""
            <section id="decomposition-section">
            <h2>One switch at a time</h2>
            {figures.Of("decomposition", $"From {steps[0].From} to {steps[^1].To}, one switch after the other.",
                "Bars start where the one above ended: mean before and after the switch is turned. The whisker is the 95 % interval of the change; a hollow bar’s change is not clear.")}{TableOf(view, point, steps)}<p class="note">What a switch does depends on those turned before it: in another order the steps would differ, their sum would not.</p>
            </section>

            """);
    }

    private static Markup TableOf(ResultView view, PointResult point, IReadOnlyList<StepResult> steps)
    {
        var table = new Table("switch turned", "change [95 % interval]", "mean after");
        foreach (var outcome in view.Outcomes)
        {
            table.Section(Shown.Heading(outcome)).Row($"{steps[0].From}, to start with", "", Shown.Number(ResultView.SummaryOf(point, steps[0].From, outcome.Id)?.Mean));
            foreach (var step in steps)
            {
                var change = ResultView.PairOf(point, step.From, step.To) is { } pair ? ResultView.ComparisonOf(pair, outcome.Id) : null;
                table.Row(step.Switch, Shown.DifferenceBetween(change?.MeanDifference, change?.Ci95), Shown.Number(ResultView.SummaryOf(point, step.To, outcome.Id)?.Mean));
            }
        }
        return table.ToMarkup("Change of each outcome with every switch turned.");
    }
}
