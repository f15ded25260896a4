using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;
using FsCheck;
using FsCheck.Fluent;
using Interval = BidCompetitionSim.Experiments.Results.Interval;

namespace BidCompetitionSim.Reports.Tests.Experiments;

/// <summary>Over documents with any differences, intervals and p values, no sentence says more than they and docs/model.md §5 allow.</summary>
public class ClaimTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20260101, 1).WithMaxTest(2000);

    private static readonly (string Score, string More, string Less, (string Id, int Sign)[] Companions)[] Rules =
    [
        ("compatibility", "more compatible", "less compatible", [("builtCompatibility", 1), ("hoursLost", -1)]),
        ("viability", "more viable", "less viable", [("viabilityBuilt", 1), ("enpvBaseTotal", 1)]),
        ("cohesion", "more cohesive", "less cohesive", []),
    ];

    /// <summary>A comparison that any experiment might give: mean, half-width and p value do not have to agree.</summary>
    private static readonly Gen<Comparison> AnyComparison =
        from mean in Gen.OneOf(Gen.Choose(-3000, 3000).Select(k => k / 1000.0), Gen.Elements(0.0, 1e-7, -1e-7, 12345.6, -98765.4))
        from half in Gen.OneOf(Gen.Choose(0, 2000).Select(k => k / 1000.0), Gen.Elements(0.0, 1e-9, 500.0))
        from known in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from p in Gen.OneOf(Gen.Choose(0, 100).Select(k => k / 1000.0), Gen.Elements(1e-12, 0.0499999, 0.05, 0.0500001, 1.0))
        from adjusted in Gen.Elements(true, false)
        from n in Gen.Elements(0L, 1L, 400L, 1_000_000L)
        let ci = known && n > 1 ? new Interval(mean - half, mean + half) : null
        select new Comparison
        {
            Measure = "", N = n, MeanDifference = n == 0 ? null : mean, Sd = half, StandardError = half / 2, Ci95 = ci, Bootstrap95 = null, Higher = 0.6,
            Equal = mean == 0 && half == 0 ? 1 : 0.1, ProbabilityOfSuperiority = 0.65, VarianceReduction = 2, PValue = known ? p / 2 : null, PAdjusted = adjusted ? p : null, Method = "paired t",
        };

    private static readonly Arbitrary<Comparison[]> AnyComparisons = AnyComparison.ArrayOf(SomeExperiment.Result.Measures.Count).ToArbitrary();

    [Fact]
    public void An_arm_is_called_more_or_less_of_a_score_only_if_the_score_and_all_beside_it_are_clear_and_agree() =>
        Prop.ForAll(AnyComparisons, drawn => Array.TrueForAll(Rules, rule =>
        {
            var (result, pair) = With(drawn);
            var claim = Claims.Of(result, pair).Single(one => one.Measure == rule.Score);
            var up = May(pair, rule.Score, 1) && Array.TrueForAll(rule.Companions, one => May(pair, one.Id, one.Sign));
            var down = May(pair, rule.Score, -1) && Array.TrueForAll(rule.Companions, one => May(pair, one.Id, -one.Sign));
            var said = claim.Verdict ?? "";
            return said.StartsWith($"So asean-led is {rule.More} ", StringComparison.Ordinal) == up
                && said.StartsWith($"So asean-led is {rule.Less} ", StringComparison.Ordinal) == down
                && (up || down || said.Length == 0 || said.StartsWith("That does not make asean-led ", StringComparison.Ordinal));
        })).Check(Fixed);

    [Fact]
    public void A_difference_is_called_higher_or_lower_only_if_its_interval_leaves_out_zero_as_printed() =>
        Prop.ForAll(AnyComparisons, drawn =>
        {
            var (result, pair) = With(drawn);
            return Claims.Of(result, pair).All(claim => claim.Standing is not (Standing.Higher or Standing.Lower) || PrintedIntervalLeavesOutZero(claim.Fact));
        }).Check(Fixed);

    [Fact]
    public void An_unclear_difference_is_never_called_higher_or_lower() =>
        Prop.ForAll(AnyComparisons, drawn =>
        {
            var (result, pair) = With(drawn);
            return Claims.Of(result, pair).All(claim => claim.Standing is Standing.Higher or Standing.Lower
                || !(claim.Fact.Contains("higher on average", StringComparison.Ordinal) || claim.Fact.Contains("lower on average", StringComparison.Ordinal)));
        }).Check(Fixed);

    [Fact]
    public void A_headline_says_of_every_outcome_what_its_claim_says_and_never_lacks_its_caveat() =>
        Prop.ForAll(AnyComparisons, drawn =>
        {
            var headline = Headline.Of(With(drawn).Result).Single(one => one.To == "asean-led");
            return headline.Sentence.EndsWith("not a forecast.", StringComparison.Ordinal)
                && headline.Claims.All(claim => headline.Sentence.Contains($"{claim.Measure} {Word(claim.Standing)}", StringComparison.Ordinal));
        }).Check(Fixed);

    [Fact]
    public void Identical_arms_are_called_the_same()
    {
        var same = new Comparison
        {
            Measure = "", N = 400, MeanDifference = 0, Sd = 0, StandardError = 0, Ci95 = new Interval(0, 0), Bootstrap95 = null, Higher = 0, Equal = 1,
            ProbabilityOfSuperiority = 0.5, VarianceReduction = null, PValue = null, PAdjusted = null, Method = "paired t",
        };
        var (result, pair) = With([.. SomeExperiment.Result.Measures.Select(_ => same)]);

        var claims = Claims.Of(result, pair);

        claims.ShouldAllBe(claim => claim.Standing == Standing.Same && claim.Verdict == null);
        claims[0].Fact.ShouldBe("Compatibility: the same in every one of 400 pairs.");
    }

    [Fact]
    public void A_score_without_the_measures_that_must_agree_with_it_makes_no_arm_more_compatible()
    {
        var result = SomeExperiment.Result;
        var bare = result with { Measures = [.. result.Measures.Where(measure => measure.Id != "hoursLost")] };

        var claim = Claims.Of(bare, bare.Points[0].Pairs[1])[0];

        claim.Verdict.ShouldBe("That does not make asean-led more compatible.");
        claim.Grounds.ShouldStartWith("What would have to agree, hoursLost, was not measured");
    }

    private static (ExperimentResult Result, PairSummary Pair) With(Comparison[] drawn)
    {
        var result = SomeExperiment.Result;
        var pairs = result.Points[0].Pairs.Select(pair => pair with { Measures = [.. pair.Measures.Select((one, i) => drawn[i] with { Measure = one.Measure })] }).ToArray();
        return (result with { Points = [result.Points[0] with { Pairs = pairs }] }, pairs[1]);
    }

    // The rule, said another way than in the code.
    private static bool May(PairSummary pair, string measure, int sign)
    {
        var one = pair.Measures.Single(comparison => comparison.Measure == measure);
        return one is { N: > 1, Ci95: { } ci, Equal: not 1 } && (one.PAdjusted ?? one.PValue) < 0.05 && Math.Min(sign * ci.Low, sign * ci.High) > 0;
    }

    private static bool PrintedIntervalLeavesOutZero(string fact)
    {
        var match = System.Text.RegularExpressions.Regex.Match(fact, @"95 % interval ([+-][\d,.]+) to ([+-][\d,.]+)[,;]");
        return match.Success && double.Parse(match.Groups[1].Value) * double.Parse(match.Groups[2].Value) > 0;
    }

    private static string Word(Standing standing) => standing switch
    {
        Standing.Unknown => "has too few pairs", Standing.Same => "is the same", Standing.Unclear => "shows no clear difference", _ => "is ",
    };
}
