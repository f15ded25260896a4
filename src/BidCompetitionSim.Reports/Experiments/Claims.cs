using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Reports.Experiments;

/// <summary>What may be said about one outcome of one pair of arms.</summary>
/// <param name="Measure">The outcome.</param>
/// <param name="Standing">What its difference allows to say.</param>
/// <param name="Fact">The difference, with its interval and all that belongs to it.</param>
/// <param name="Verdict">What the arm may or may not be called for it; null where nothing is to be said.</param>
/// <param name="Grounds">Why it may or may not; empty where the fact says it all.</param>
public sealed record Claim(string Measure, Standing Standing, string Fact, string? Verdict, string Grounds);

/// <summary>
/// The one place where reports take words to figures. No sentence claims more than the interval allows, and none calls an arm more compatible
/// or more viable unless the measures beside the score point the same way (docs/model.md §5).
/// </summary>
public static class Claims
{
    /// <summary>A word for more of a score, and the measures that must agree with it before it is said: their id, and the sign they must have.</summary>
    private sealed record Rule(string Score, string More, string Less, (string Measure, int Sign)[] Companions, string? Remark);

    private static readonly Rule[] Rules =
    [
        new("compatibility", "more compatible", "less compatible", [("builtCompatibility", 1), ("hoursLost", -1)], null),
        new("viability", "more viable", "less viable", [("viabilityBuilt", 1), ("enpvBaseTotal", 1)], "enpvBasePerBuilt"),
        new("cohesion", "more cohesive", "less cohesive", [], "cohesionWithoutJunctions"),
    ];

    // What interfaces cost is told in the unit of each system: hours where any runs on time, and the own unit of every other one.
    private static IEnumerable<(string Measure, int Sign)> CompanionsOf(Rule rule, ResultView view)
    {
        var losses = view.Result.Measures.Where(static measure => measure.Id.StartsWith("interfaceLoss@", StringComparison.Ordinal)).Select(static measure => measure.Id).ToArray();
        foreach (var companion in rule.Companions)
        {
            if (companion.Measure != "hoursLost" || losses.Length == 0 || view.Find(companion.Measure) is not null) yield return companion;
            if (companion.Measure != "hoursLost") continue;
            foreach (var loss in losses) yield return (loss, companion.Sign);
        }
    }

    /// <summary>Claims on the experiment's outcomes, in their order.</summary>
    public static IReadOnlyList<Claim> Of(ExperimentResult result, PairSummary pair)
    {
        var view = new ResultView(result);
        // What must agree with a score is told of with it.
        var companions = Rules.Where(rule => result.Outcomes.Contains(rule.Score)).SelectMany(rule => CompanionsOf(rule, view)).Select(static one => one.Measure).ToHashSet();
        return [.. view.Outcomes.Where(outcome => !companions.Contains(outcome.Id)).Select(outcome => Of(view, pair, outcome)).OfType<Claim>()];
    }

    /// <summary>What a difference comes to, as the end of a sentence: "1.62 points higher on average (…)".</summary>
    internal static string Predicate(Measure measure, Comparison comparison, bool withPairs) => Standings.Of(comparison) switch
    {
        Standing.Unknown when comparison.N == 0 => "too few pairs to judge: it has no value in any",
        Standing.Unknown => $"too few pairs to judge ({Shown.Count(comparison.N)})",
        Standing.Same => $"the same in every one of {Shown.Count(comparison.N, "pair")}",
        Standing.Unclear => $"no clear difference ({Shown.Difference(comparison.MeanDifference, comparison.Ci95)}{Shown.Unit(measure)}; {Evidence(comparison, withPairs)})",
        var standing => $"{Shown.Size(comparison.MeanDifference!.Value, comparison.Ci95)}{Shown.Unit(measure)} "
            + $"{(standing == Standing.Higher ? "higher" : "lower")} on average ({Evidence(comparison, withPairs)})",
    };

    private static Claim? Of(ResultView view, PairSummary pair, Measure outcome)
    {
        if (ResultView.ComparisonOf(pair, outcome.Id) is not { } comparison) return null;
        var standing = Standings.Of(comparison);
        var fact = $"{outcome.Label}: {Predicate(outcome, comparison, withPairs: true)}.";
        if (comparison is { Higher: { } higher, Equal: { } equal } && standing is not (Standing.Unknown or Standing.Same))
            fact += $" Higher in {Shown.Percent(higher)} of pairs{(equal > 0 ? $", equal in {Shown.Percent(equal)}" : "")}.";
        var rule = Array.Find(Rules, rule => rule.Score == outcome.Id);
        if (rule is null || standing is not (Standing.Higher or Standing.Lower)) return new Claim(outcome.Id, standing, fact, null, "");
        var (verdict, grounds) = Judge(view, pair, rule, standing == Standing.Higher ? 1 : -1);
        return new Claim(outcome.Id, standing, fact, verdict, rule.Remark is { } id && Beside(view, pair, id) is { } beside ? $"{grounds} Beside it: {beside}.".Trim() : grounds);
    }

    private static (string Verdict, string Grounds) Judge(ResultView view, PairSummary pair, Rule rule, int sign)
    {
        var word = sign > 0 ? rule.More : rule.Less;
        var objections = CompanionsOf(rule, view).Select(companion => Objection(view, pair, companion.Measure, companion.Sign * sign)).OfType<string>().ToArray();
        if (objections.Length > 0) return ($"That does not make {pair.To} {word}.", $"{Capital(string.Join("; ", objections))}.");
        var support = CompanionsOf(rule, view).Select(companion => Beside(view, pair, companion.Measure)).OfType<string>().ToArray();
        return ($"So {pair.To} is {word} than {pair.From}, as scored.", support.Length > 0 ? $"This agrees with it: {string.Join("; ", support)}." : "");
    }

    // Why a companion does not bear a word out; null if it does.
    private static string? Objection(ResultView view, PairSummary pair, string id, int wanted)
    {
        if (view.Find(id) is not { } measure || ResultView.ComparisonOf(pair, id) is not { } comparison) return $"what would have to agree, {id}, was not measured";
        var standing = Standings.Of(comparison);
        if (standing == (wanted > 0 ? Standing.Higher : Standing.Lower)) return null;
        return standing is Standing.Higher or Standing.Lower
            ? $"{Numbers(measure, comparison)} goes the other way"
            : $"{Shown.Inside(measure)} would have to {(wanted > 0 ? "rise" : "fall")} too, and {Why(standing, measure, comparison)}";
    }

    private static string Why(Standing standing, Measure measure, Comparison comparison) => standing switch
    {
        Standing.Same => "does not change",
        Standing.Unclear => $"its change cannot be told from none ({Shown.Between(comparison.MeanDifference, comparison.Ci95)}{Shown.Unit(measure)})",
        _ => "has too few pairs to be judged",
    };

    private static string? Beside(ResultView view, PairSummary pair, string id) =>
        view.Find(id) is { } measure && ResultView.ComparisonOf(pair, id) is { MeanDifference: not null } comparison ? Numbers(measure, comparison) : null;

    private static string Numbers(Measure measure, Comparison comparison)
    {
        var interval = comparison.Ci95 is null ? "" : $" {Shown.Between(comparison.MeanDifference, comparison.Ci95)}";
        return $"{Shown.Inside(measure)} {Shown.Difference(comparison.MeanDifference, comparison.Ci95)}{Shown.Unit(measure)}{interval}";
    }

    private static string Evidence(Comparison comparison, bool withPairs)
    {
        var p = comparison.PAdjusted is { } adjusted ? $"adjusted p {Equals(adjusted)}" : $"p {Equals(comparison.PValue)}";
        return $"95 % interval {Shown.FromTo(comparison.MeanDifference, comparison.Ci95)}{(withPairs ? $", {Shown.Count(comparison.N, "pair")}" : "")}, {p}";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Equals(double? p) => p is null ? "unknown" : Shown.P(p) is ['<', ..] small ? small : $"= {Shown.P(p)}";
}
