using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>What has to be said beside the figures of a hindcast.</summary>
internal static class HindcastRemarks
{
    public static IEnumerable<string> Of(LoadedCases loaded, Panel panel, bool estimated)
    {
        var cases = loaded.Cases!;
        var known = cases.Count(static one => one.Winner is not null);
        if (known > 0) yield return Sample(known, loaded.IsShipped);
        if (loaded.IsShipped) yield return AfterTheFact(estimated);
        if (cases.Any(static one => one.Rivalry != Rivalry.Unknown || one.PlannedCostUsdBn is not null))
            yield return "How far the two competed, and what a project was planned to cost, may have been written down when it was known who won: --ignore competed,planned_cost_usd_bn does without.";
        if (Outside(cases, panel.Years) is { Length: > 0 } outside) yield return outside;
        if (cases.Any(static one => one.Year is null)) yield return $"A case without a year is taken to be of {ChoiceReplay.UsualYear}.";
        if (known > CaseLimits.Fitted) yield return $"More than {CaseLimits.Fitted} cases: the plain logit is left out, since its nested estimation would take hours.";
    }

    private static string Sample(int known, bool shipped)
    {
        var count = $"{Figure.Count(known, "case")} {(known == 1 ? "is" : "are")}";
        if (shipped) return $"{count} a small sample, and they were chosen for rivalry, not drawn by lot.";
        return known > CaseLimits.Fitted ? "How the cases were chosen is not known here: scores hold for cases chosen alike." : $"{count} a small sample. How they were chosen is not known here: scores hold for cases chosen alike.";
    }

    private static string AfterTheFact(bool estimated) =>
        "Some of the model's own numbers were set when these cases were known: China's build time, Japan's costs, how often each takes part, the terms of some windows"
        + $"{(estimated ? "" : ", how often nothing is let")}. docs/hindcast.md gives the scores without them.";

    private static string Outside(IReadOnlyList<HistoricalCase> cases, (int First, int Last) years)
    {
        // What a host was like is looked up in the year before.
        var outside = cases.Where(one => one.Year <= years.First || one.Year > years.Last + 1).Select(static one => one.Id).ToArray();
        return outside.Length == 0 ? ""
            : $"The panel of states tells of choices from {years.First + 1} to {years.Last + 1}; for {(outside.Length == 1 ? outside[0] : $"{outside.Length} cases")} of other years the nearest stands in, in terms of lending too.";
    }
}
