using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Scenarios.Tests;

public class LearnedPolicyTests
{
    private static readonly string Learning = ScenarioText.Of(Some.Scenario()).Replace("behaviour: best-response", "behaviour: learning", StringComparison.Ordinal)
        .Replace("learnedPolicies: {}\n", "", StringComparison.Ordinal);

    [Fact]
    public void A_sponsor_that_is_to_bid_as_it_learnt_and_learnt_nothing_is_a_problem_that_says_what_to_do()
    {
        var problem = ScenarioFile.Parse("some.yaml", Learning).Problems[0];

        problem.Path.ShouldBe("sponsors.china.behaviour");
        problem.Found.ShouldBe("learning behaviour, and nothing learnt by china");
        problem.Expected.ShouldContain("bidsim scenario train");
    }

    [Fact]
    public void A_file_of_policies_is_what_was_written()
    {
        var policies = Some.Learnt().LearnedPolicies;
        var text = LearnedPolicyText.Of(policies, "a test");
        var learnt = text[text.IndexOf("learnedPolicies:", StringComparison.Ordinal)..];

        var loaded = ScenarioFile.Parse("some.yaml", Learning + learnt);

        loaded.Problems.ShouldBeEmpty(string.Join("\n", loaded.Problems));
        loaded.Scenario!.LearnedPolicies.Select(policy => policy.Id).ShouldBe(["china", "japan"]);
        foreach (var (read, written) in loaded.Scenario.LearnedPolicies.Zip(policies)) read.Offers.ShouldBe(written.Offers, ignoreOrder: true);
    }

    [Theory]
    [InlineData("probability: { value: 0.5,", "probability: { value: 0.4,", "0.9")]
    [InlineData("contested: false, home: false, pressed: false", "contested: true, home: true, pressed: true", "sum to 0 where")]
    public void Probabilities_that_leave_a_situation_open_are_a_problem(string there, string instead, string said)
    {
        var text = LearnedPolicyText.Of(Some.Learnt().LearnedPolicies, "a test");
        var learnt = text[text.IndexOf("learnedPolicies:", StringComparison.Ordinal)..];
        var at = learnt.IndexOf(there, StringComparison.Ordinal);
        learnt = said == "0.9" ? learnt[..at] + instead + learnt[(at + there.Length)..] : learnt.Replace(there, instead, StringComparison.Ordinal);

        ScenarioFile.Parse("some.yaml", Learning + learnt).Problems[0].Found.ShouldContain(said);
    }
}
