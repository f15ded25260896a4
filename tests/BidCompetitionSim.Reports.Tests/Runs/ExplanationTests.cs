namespace BidCompetitionSim.Reports.Tests.Runs;

public class ExplanationTests
{
    [Fact]
    public void The_first_is_who_won_and_the_odds_sum_to_one()
    {
        var runs = Enumerable.Range(1, 5).Select(seed => Played.Run("skrl", "asean-led", (ulong)seed, "vientiane-nong-khai").Result)
            .Where(run => run.Explanation is not null).ToArray();

        runs.ShouldNotBeEmpty();
        foreach (var run in runs) Check(run);
    }

    private static void Check(BidCompetitionSim.Reports.Runs.RunResult run)
    {
        var explanation = run.Explanation!;
        explanation.Probabilities.Values.Sum().ShouldBe(1, 1e-12);
        explanation.First.ShouldBe(run.Segments.Single(segment => segment.Id == "vientiane-nong-khai").Tenders[explanation.Attempt - 1].Winner ?? "");
        explanation.Margin.ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void No_explanation_is_made_unless_asked_for() => Played.Run("jakarta-bandung", "bilateral", 1).Result.Explanation.ShouldBeNull();
}
