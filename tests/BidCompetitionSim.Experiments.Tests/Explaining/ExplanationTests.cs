using BidCompetitionSim.Experiments.Explaining;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Experiments.Tests.Runs;

namespace BidCompetitionSim.Experiments.Tests.Explaining;

public class ExplanationTests
{
    [Fact]
    public void The_first_is_who_won_and_the_odds_sum_to_one()
    {
        var runs = Enumerable.Range(1, 5).Select(seed => Played.Run("skrl", "asean-led", (ulong)seed, "vientiane-nong-khai").Result).ToArray();

        runs.SelectMany(run => run.Explanations).ShouldNotBeEmpty();
        foreach (var run in runs)
            foreach (var explanation in run.Explanations) Check(run, explanation);
    }

    private static void Check(RunResult run, Explanation explanation)
    {
        explanation.Probabilities.Values.Sum().ShouldBe(1, 1e-12);
        explanation.First.ShouldBe(run.Segments.Single(segment => segment.Id == "vientiane-nong-khai").Tenders[explanation.Attempt - 1].Winner ?? "");
        explanation.Margin.ShouldBe(DecisionOf(run, explanation, explanation.First) - DecisionOf(run, explanation, explanation.Second));
        explanation.Margin.ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void Every_attempt_in_which_its_host_chose_is_explained()
    {
        var both = 0;
        for (ulong seed = 1; seed <= 12; seed++)
        {
            var run = Played.Run("skrl", "bilateral", seed, "bangkok-hua-hin").Result;
            var segment = run.Segments.Single(segment => segment.Id == "bangkok-hua-hin");
            run.Explanations.Select(explanation => explanation.Attempt).ShouldBe(segment.Tenders.Where(tender => tender.NobodyTaste is not null).Select(tender => tender.Attempt));
            if (run.Explanations.Length == 2) both++;
        }
        both.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_tie_closer_by_the_margin_over_its_weight_would_have_turned_the_award()
    {
        var compared = 0;
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var explanation = Played.Run("skrl", "asean-led", seed, "vientiane-nong-khai").Result.Explanations.LastOrDefault();
            if (explanation?.Flips.FirstOrDefault(flip => flip is { What: "tie", To: not null }) is not { } tie) continue;
            var change = double.Parse(tie.To!) - double.Parse(tie.From);
            Math.Abs(change).ShouldBe(explanation.Margin / ((1 - explanation.RegionalWeight) * explanation.Weights["tie"]), 0.0101);
            compared++;
        }
        compared.ShouldBeGreaterThan(0);
    }

    private static double DecisionOf(RunResult run, Explanation explanation, string who)
    {
        var segment = run.Segments.Single(segment => segment.Id == explanation.Segment);
        var tender = segment.Tenders[explanation.Attempt - 1];
        if (who.Length == 0) return tender.NobodyUtility!.Value + tender.NobodyTaste!.Value;
        var offers = explanation.Attempt == segment.Attempts ? segment.Offers : tender.Offers;
        return offers.Single(offer => offer.Sponsor == who).Utility.Decision!.Value;
    }

    [Fact]
    public void No_explanation_is_made_unless_asked_for() => Played.Run("jakarta-bandung", "bilateral", 1).Result.Explanations.ShouldBeEmpty();
}
