using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class TwoStageTests
{
    // t(19) = 2.093 by table: (2.093·3/1)² = 39.4.
    [Fact]
    public void A_first_stage_says_how_many_are_needed()
    {
        var stage = new TwoStage(20, 3);

        stage.Needed(1).ShouldBe(40);
        stage.HalfWidth(40).ShouldBe(2.093 * 3 / Math.Sqrt(40), 1e-4);
        stage.HalfWidth(stage.Needed(0.01)).ShouldBeLessThanOrEqualTo(0.01);
        stage.HalfWidth(stage.Needed(0.01) - 1).ShouldBeGreaterThan(0.01);
    }

    [Fact]
    public void The_first_stage_may_do() => new TwoStage(20, 3).Needed(10).ShouldBe(20);

    [Fact]
    public void What_never_varies_needs_no_more() => TwoStage.Of(MomentsTests.Fold([5, 5, 5], 3)).Needed(1e-9).ShouldBe(3);

    [Fact]
    public void A_hopeless_wish_has_an_answer_too() => new TwoStage(20, 3).Needed(1e-300).ShouldBe(long.MaxValue);

    [Fact]
    public void The_verdict_rests_on_the_first_stages_variance()
    {
        var all = MomentsTests.Fold([1, 2, 3, 4, 100, 200], 3);

        TwoStage.Of(MomentsTests.Fold([1, 2, 3, 4], 4)).Judge(all).ShouldBe(new Estimate(all.Mean!.Value, Math.Sqrt(5 / 3.0) / Math.Sqrt(6), 3));
    }

    [Fact]
    public void A_half_width_is_above_0()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new TwoStage(20, 3).Needed(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new TwoStage(20, 3).Needed(double.NaN));
        Should.Throw<ArgumentException>(() => TwoStage.Of(new Moments()));
    }
}
