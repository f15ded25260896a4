using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>The question, and how it was put to the model.</summary>
internal static class SetupSection
{
    public static Markup Of(ResultView view)
    {
        var result = view.Result;
        return Markup.Of(
            $"""
            <header>
            <p class="kind">Bid competition simulation · experiment {result.Experiment}</p>
            <h1>{result.Title}</h1>
            {(result.Question.Length > 0 ? Markup.Of($"<p class=\"question\">{result.Question}</p>\n") : Markup.None)}<dl class="setup">
            <dt>Scenario</dt><dd>{result.ScenarioTitle} <span class="faint">({result.Scenario})</span></dd>
            <dt>Compared</dt><dd>{result.Arms.Select(Arm)}</dd>
            <dt>Played</dt><dd>{Played(result)}</dd>
            <dt>Assumed numbers</dt><dd>{(result.Uncertain ? "each drawn from its range in every replication, the same in all arms" : "held at their stated values")}</dd>
            {Stopping(result)}</dl>
            {(result.Status == "stopped" ? Markup.Of($"<p class=\"alarm\">Stopped before its end: {Shown.Count(result.Done, "row")} done.</p>\n") : Markup.None)}</header>

            """);
    }

    private static Markup Arm(ArmResult arm, int index) => Markup.Of(
        $"{(index > 0 ? ", " : "")}<b>{arm.Id}</b>{(arm.Arrangement == arm.Id ? "" : $" ({arm.Arrangement})")}{(arm.Set.Count > 0 ? $" with {string.Join(", ", arm.Set)}" : "")}");

    private static string Played(ExperimentResult result)
    {
        var factors = result.Factors.Select(factor => $"{factor.Name} {Typeset.Of($"{Shown.Number(factor.Low)} to {Shown.Number(factor.High)}")}{(factor.Unit == "1" ? "" : $" {factor.Unit}")}");
        var combinations = result.Factors.Count == 0 ? "" : $", at {Shown.Count(result.Points.Count, "combination")} of {string.Join("; ", factors)}";
        return $"{Words.Played(result)} of every arm with the same draws{combinations}; seed {result.Seed}";
    }

    private static Markup Stopping(ExperimentResult result) => result.Stopping is not { } stopping ? Markup.None : Markup.Of(
        $"<dt>Stopping</dt><dd>{stopping.Rule.TrimEnd('.')}: half-width wanted for {stopping.Measure} {Shown.Number(stopping.HalfWidthWanted)}, {Words.Precision(result, stopping)}</dd>\n");
}
