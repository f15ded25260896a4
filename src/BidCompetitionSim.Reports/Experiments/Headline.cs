using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Reports.Experiments;

/// <summary>What an analyst may quote of one pair of arms.</summary>
/// <param name="From">Arm that the other is held against.</param>
/// <param name="To">The other arm.</param>
/// <param name="Sentence">What came out, in one sentence, and what kind of statement it is, in another.</param>
/// <param name="Claims">Outcome by outcome, with what each allows to say.</param>
public sealed record Headline(string From, string To, string Sentence, IReadOnlyList<Claim> Claims)
{
    /// <summary>One headline for every arm against the first, leaving out arms that are only steps of a decomposition.</summary>
    public static IReadOnlyList<Headline> Of(ExperimentResult result)
    {
        var view = new ResultView(result);
        if (view.Point is not { } point) return [];
        return [.. view.PairsOf(point).Select(pair => new Headline(pair.From, pair.To, result.Points.Count > 1 ? Over(view, pair.To) : At(view, pair), Experiments.Claims.Of(result, pair)))];
    }

    /// <summary>What no figure here goes without.</summary>
    public static string Caveat(ExperimentResult result) =>
        $"A what-if under the scenario's stated assumptions ({(result.Uncertain ? "every assumed number drawn from its range" : "assumed numbers held at their values")}); not a forecast.";

    private static string At(ResultView view, PairSummary pair)
    {
        var measured = view.Headlined.Select(outcome => (outcome, Comparison: ResultView.ComparisonOf(pair, outcome.Id))).Where(one => one.Comparison is not null).ToArray();
        if (measured.Length == 0) return $"{pair.To} against {pair.From}: no outcome was measured. {Caveat(view.Result)}";
        var pairs = measured.Select(one => one.Comparison!.N).Distinct().ToArray();
        var opening = pairs.Length == 1 ? $"In {Shown.Count(pairs[0], "paired replication")} of {view.Result.ScenarioTitle}" : $"In paired replications of {view.Result.ScenarioTitle}";
        var clauses = measured.Select(one => $"{Shown.Inside(one.outcome)} {Verb(one.Comparison!)}{Experiments.Claims.Predicate(one.outcome, one.Comparison!, pairs.Length > 1)}");
        return $"{opening}, {pair.To} against {pair.From}: {string.Join("; ", clauses)}. {Caveat(view.Result)}";
    }

    private static string Verb(Comparison comparison) => Standings.Of(comparison) switch { Standing.Unknown => "has ", Standing.Unclear => "shows ", _ => "is " };

    private static string Over(ResultView view, string arm)
    {
        var clauses = PointSpread.Of(view, arm).Where(one => view.Headlined.Contains(one.Outcome)).Select(static one => $"{Shown.Inside(one.Outcome)} is clearly higher in {one.Higher}, clearly lower in {one.Lower}, unclear in {one.Unclear}");
        return $"Over {Shown.Count(view.Result.Points.Count, "combination")} of {Shown.Count(view.Result.Factors.Count, "factor")} of {view.Result.ScenarioTitle}, "
            + $"{arm} against {view.Arms[0]}: {string.Join("; ", clauses)}; each combination judged by itself. {Caveat(view.Result)}";
    }
}
