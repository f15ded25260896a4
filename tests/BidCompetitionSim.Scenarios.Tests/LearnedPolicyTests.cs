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

    [Fact]
    public void A_policy_over_which_a_file_lays_another_behaviour_is_a_problem_and_an_override_may_set_it_aside()
    {
        var text = LearnedPolicyText.Of(Some.Learnt().LearnedPolicies, "a test");
        var learnt = text[text.IndexOf("learnedPolicies:", StringComparison.Ordinal)..];
        var silent = ScenarioFile.Parse("some.yaml", Learning.Replace("behaviour: learning", "behaviour: best-response", StringComparison.Ordinal) + learnt).Problems;

        silent.Select(static problem => problem.Path).ShouldBe(["learnedPolicies.china", "learnedPolicies.japan"]);
        silent.ShouldAllBe(static problem => problem.File == "some.yaml" && problem.Line > 0 && problem.Found.Contains("at some.yaml:"));
        ScenarioFile.Parse("some.yaml", Learning + learnt, new LoadOptions { Set = ["sponsors.china.behaviour=best-response"] }).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void How_many_choices_a_probability_was_learnt_from_is_part_of_where_it_comes_from()
    {
        var text = LearnedPolicyText.Of(Some.Learnt().LearnedPolicies, "a test", static (_, situation) => situation);
        var loaded = ScenarioFile.Parse("some.yaml", Learning + text[text.IndexOf("learnedPolicies:", StringComparison.Ordinal)..]);

        loaded.Problems.ShouldBeEmpty(string.Join("\n", loaded.Problems));
        loaded.Provenance.Parameters.Where(static one => one.Derivation == "regret-matching" && one.From is not null).Select(static one => one.From).Distinct().Order()
            .ShouldBe(["1 choice", "2 choices", "3 choices", "4 choices", "5 choices", "6 choices", "7 choices", "no choice: never met, all kinds alike"]);
        LearnedPolicyText.IsOne(new StringReader(text)).ShouldBeTrue();
        LearnedPolicyText.IsOne(new StringReader(Learning)).ShouldBeFalse();
        LearnedPolicyText.IsOne(new StringReader("")).ShouldBeFalse();
    }
}
