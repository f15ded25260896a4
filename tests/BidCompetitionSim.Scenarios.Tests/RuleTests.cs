using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Scenarios.Tests;

public class RuleTests
{
    private static readonly string Valid = ScenarioText.Of(Some.Scenario());

    [Fact]
    public void Build_time_grows_with_the_root_of_the_length()
    {
        var text = Rules("{ base: { value: 1.5, unit: years, assumed: fit, range: [0.5, 4.5] }, perRootKm: { value: 0.24, unit: years/sqrt(km), assumed: fit, range: [0.15, 0.3] } }");

        ScenarioFile.Parse("some.yaml", text).Scenario!.Segments[0].BuildYears.ShouldBe(3.9, 1e-12); // 1.5 + 0.24·√100
    }

    [Fact]
    public void A_rule_without_its_coefficients_is_a_problem_at_the_number_it_should_compute()
    {
        var problem = ScenarioFile.Parse("some.yaml", Rules(null)).Problems[0];

        problem.Path.ShouldBe("segments.alpha-amber.build");
        problem.Found.ShouldBe("no rules.buildTime");
    }

    [Fact]
    public void What_the_model_derives_itself_stays_open()
    {
        var scenario = Some.Scenario();
        // One stated return must be left, from which gravity derives the others.
        var open = scenario with
        {
            Segments = [.. scenario.Segments.Select((segment, k) => segment with { ForecastEirr = k == 0 ? segment.ForecastEirr : null, ForecastFirr = null })],
        };

        var loaded = ScenarioFile.Parse("some.yaml", ScenarioText.Of(open));

        loaded.Problems.ShouldBeEmpty();
        loaded.Scenario!.Segments.ShouldAllBe(segment => segment.ForecastFirr == null);
        loaded.Scenario.Segments.Skip(1).ShouldAllBe(segment => segment.ForecastEirr == null);
    }

    /// <summary>
    /// Voting distances to China 1, 2, 3 give (2 − 1)/(2·1) = ½, 0, −½. AAA trades 30 of 40 with China: ¼; no finance proxy: 0; trust of 0.7: 0.2.
    /// So AAA's tie is (½ + ¼ + 0.2)/2 = 0.475, BBB's (0 + 0.2)/2 = 0.1, CCC's (−½ + 0.2)/2 = −0.15.
    /// </summary>
    [Fact]
    public void Ties_come_from_votes_trade_finance_and_trust()
    {
        var text = Derived("AAA", Derived("BBB", Derived("CCC", Valid, "0"), "0.1"), "0.4") + """
            trust: { china: { value: 0.7, assumed: survey, range: [0.6, 0.8] } }
            tieProxies:
              AAA: { china: { votingDistance: { value: 1, assumed: x, range: [1, 1] }, trade: { value: 30, unit: USD bn, assumed: x, range: [30, 30] } },
                     japan: { trade: { value: 10, unit: USD bn, assumed: x, range: [10, 10] } } }
              BBB: { china: { votingDistance: { value: 2, assumed: x, range: [2, 2] } } }
              CCC: { china: { votingDistance: { value: 3, assumed: x, range: [3, 3] } } }

            """;

        var loaded = ScenarioFile.Parse("some.yaml", text);

        loaded.Problems.ShouldBeEmpty();
        var ties = loaded.Scenario!.States.Select(state => state.TiesToSponsors[0].Strength).ToArray();
        ties[0].ShouldBe(0.475, 1e-12);
        ties[1].ShouldBe(0.1, 1e-12);
        ties[2].ShouldBe(-0.15, 1e-12);
    }

    /// <summary>Of three sponsors an equal share is a third: 30 of 60 is (½ − ⅓) above it, halved by the rule.</summary>
    [Fact]
    public void Shares_of_trade_are_held_against_equal_shares_of_as_many_as_there_are()
    {
        var text = Derived("AAA", Valid, "0.4") + """
            tieProxies:
              AAA: { china: { trade: { value: 30, unit: USD bn, assumed: x, range: [30, 30] } }, japan: { trade: { value: 20, unit: USD bn, assumed: x, range: [20, 20] } },
                     korea: { trade: { value: 10, unit: USD bn, assumed: x, range: [10, 10] } } }

            """;

        ScenarioFile.Parse("some.yaml", text).Scenario!.States[0].TiesToSponsors[0].Strength.ShouldBe((0.5 - 1.0 / 3) / 2, 1e-12);
    }

    [Fact]
    public void A_number_that_a_rule_cannot_compute_needs_a_value()
    {
        var text = Valid.Replace("length: { value: 100, unit: km, assumed: for a test, range: [100, 100] }", "length: { derivation: unit-cost }", StringComparison.Ordinal);

        ScenarioFile.Parse("some.yaml", text).Problems[0].Found.ShouldBe("the rule 'unit-cost' without value");
    }

    private static string Derived(string state, string text, string strength)
    {
        var from = text.IndexOf($"  {state}:\n", StringComparison.Ordinal);
        var written = $"china: {{ value: {strength}, assumed: for a test, range: [{strength}, {strength}] }}";
        var at = text.IndexOf(written, from, StringComparison.Ordinal);
        return text[..at] + "china: { derivation: tie-proxies }" + text[(at + written.Length)..];
    }

    private static string Rules(string? buildTime) => (buildTime is null ? "" : $"rules: {{ buildTime: {buildTime} }}\n")
        + Valid.Replace("build: { value: 4, unit: years, assumed: for a test, range: [4, 4] }", "build: { derivation: build-time }", StringComparison.Ordinal);
}
