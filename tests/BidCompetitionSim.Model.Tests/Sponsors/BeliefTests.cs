using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tests.Simulation;

namespace BidCompetitionSim.Model.Tests.Sponsors;

public class BeliefTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Three_observations_move_the_belief_as_worked_out_by_hand()
    {
        var belief = new Belief(2.0, 0.81);
        (double Z, double Mean, double Variance)[] steps =
        [
            (2.6, 2.344, 0.3669333333333333), (1.9, 2.1688532862, 0.2524637316), (2.4, 2.2430349181, 0.2053944165),
        ];
        foreach (var (z, mean, variance) in steps)
        {
            belief = belief.Predict(0.05).Observe(z, 0.64);
            belief.Mean.ShouldBe(mean, Tolerance);
            belief.Variance.ShouldBe(variance, Tolerance);
        }
    }

    [Fact]
    public void Variance_settles_at_the_root_of_its_quadratic()
    {
        var belief = new Belief(0.0, 0.81);
        for (var i = 0; i < 200; i++)
        {
            belief = belief.Predict(0.05).Observe(0.0, 0.64);
        }

        belief.Variance.ShouldBe(0.155623918682, Tolerance);
        belief.Variance.ShouldBe((-0.05 + Math.Sqrt(0.05 * 0.05 + 4 * 0.05 * 0.64)) / 2, 1e-15);
    }

    // Thrun, Artificial Intelligence for Robotics (Udacity CS373, 2012), unit 2.
    [Fact]
    public void Observing_reproduces_the_measurement_updates_of_Thruns_course()
    {
        var first = new Belief(10, 8).Observe(13, 2);
        first.Mean.ShouldBe(12.4, Tolerance);
        first.Variance.ShouldBe(1.6, Tolerance);
        new Belief(10, 4).Observe(12, 4).ShouldBe(new Belief(11, 2));
    }

    // The same course's sequence; its motions shift the mean, which our rivals' beliefs do not need.
    [Fact]
    public void Observing_and_predicting_reproduce_the_sequence_of_Thruns_course()
    {
        var belief = new Belief(0, 4);
        (double Seen, double Motion, double Mean)[] steps =
            [(5, 1, 2.5), (6, 1, 4.75), (7, 2, 6.375), (9, 1, 8.6875), (10, 1, 9.84375)];
        foreach (var (seen, motion, mean) in steps)
        {
            belief = belief.Observe(seen, 4);
            belief.ShouldBe(new Belief(mean, 2));
            belief = belief.Predict(2) with { Mean = mean + motion };
            belief.Variance.ShouldBe(4);
        }
    }

    [Fact]
    public void With_nothing_else_uncertain_a_win_leaves_the_truncated_normal()
    {
        var belief = new Belief(2.0, 0.81).WonAgainst(2.3, 0.81);
        belief.Mean.ShouldBe(1.461358749681, Tolerance);
        belief.Variance.ShouldBe(0.358273228360, Tolerance);
    }

    // The exercise of the same unit, as its public solutions print it: a first guess of 0 with variance 10,000 ends at
    // [10.999906177177365, 4.005861580844194].
    [Fact]
    public void The_exercise_of_Thruns_course_ends_at_its_published_estimate()
    {
        var belief = new Belief(0, 10_000);
        (double Seen, double Motion)[] steps = [(5, 1), (6, 1), (7, 2), (9, 1), (10, 1)];
        foreach (var (seen, motion) in steps)
        {
            belief = belief.Observe(seen, 4).Predict(2);
            belief = belief with { Mean = belief.Mean + motion };
        }

        belief.Mean.ShouldBe(10.999906177177365, 1e-13);
        belief.Variance.ShouldBe(4.005861580844194, 1e-13);
    }

    // Two players at 25 with deviation 25/3, β = 25/6, dynamics 25/300, draws 10 %: documentation of the Python package
    // trueskill (Lee), after Herbrich et al. (2006). A draw margin moves the gap.
    [Fact]
    public void A_first_game_moves_both_ratings_as_published_for_TrueSkill()
    {
        const double Beta = 25.0 / 6;
        var before = new Belief(25, 25.0 / 3 * (25.0 / 3)).Predict(25.0 / 300 * (25.0 / 300));
        var contest = 2 * before.Variance + 2 * Beta * Beta;
        var margin = DrawMargin(0.10, Beta);

        var winner = before.LostTo(25 + margin, contest);
        winner.Mean.ShouldBe(29.396, 5e-4);
        Math.Sqrt(winner.Variance).ShouldBe(7.171, 5e-4);

        var loser = before.WonAgainst(25 - margin, contest);
        loser.Mean.ShouldBe(20.604, 5e-4);
        Math.Sqrt(loser.Variance).ShouldBe(7.171, 5e-4);
    }

    // Page of the Python package trueskill 0.3.1 at pypi.org: 25 beats 30, both with deviation 8.333.
    [Fact]
    public void An_upset_moves_both_ratings_as_published_for_TrueSkill()
    {
        const double Beta = 25.0 / 6;
        var weak = new Belief(25, 8.333 * 8.333).Predict(25.0 / 300 * (25.0 / 300));
        var strong = weak with { Mean = 30 };
        var contest = weak.Variance + strong.Variance + 2 * Beta * Beta;
        var margin = DrawMargin(0.10, Beta);

        var winner = weak.LostTo(strong.Mean + margin, contest);
        winner.Mean.ShouldBe(30.768, 5e-4);
        Math.Sqrt(winner.Variance).ShouldBe(7.030, 5e-4);

        var loser = strong.WonAgainst(weak.Mean - margin, contest);
        loser.Mean.ShouldBe(24.232, 5e-4);
        Math.Sqrt(loser.Variance).ShouldBe(7.030, 5e-4);
    }

    // "Chess test, not drawn" of Moser's Skills (2010), which also works the paper's formulas.
    [Fact]
    public void A_game_of_chess_moves_both_ratings_as_in_Mosers_example()
    {
        const double Beta = 200.0;
        var white = new Belief(1301.0007, 42.9232 * 42.9232).Predict(16);
        var black = new Belief(1188.7560, 42.5570 * 42.5570).Predict(16);
        var contest = white.Variance + black.Variance + 2 * Beta * Beta;
        var margin = DrawMargin(0.03, Beta);

        var winner = white.LostTo(black.Mean + margin, contest);
        winner.Mean.ShouldBe(1304.7820836053318, 1e-3);
        Math.Sqrt(winner.Variance).ShouldBe(42.843513887848658, 1e-3);

        var loser = black.WonAgainst(white.Mean - margin, contest);
        loser.Mean.ShouldBe(1185.0383099003536, 1e-3);
        Math.Sqrt(loser.Variance).ShouldBe(42.485604606897752, 1e-3);
    }

    [Fact]
    public void A_loss_is_the_mirror_image_of_a_win()
    {
        var won = new Belief(1.2, 0.5).WonAgainst(0.7, 1.1);
        var lost = new Belief(-1.2, 0.5).LostTo(-0.7, 1.1);
        lost.Mean.ShouldBe(-won.Mean);
        lost.Variance.ShouldBe(won.Variance);
    }

    [Fact]
    public void Beating_a_rival_never_raises_what_is_believed_of_it_nor_the_doubt() =>
        Replayable.ForAll<(int Gap, int Extra)>(c =>
        {
            var before = new Belief(0.0, 0.81);
            var after = before.WonAgainst(c.Gap / 7.0, 0.81 + Math.Abs(c.Extra % 50) / 10.0);
            return after.Mean <= before.Mean && after.Variance >= 0 && after.Variance <= before.Variance;
        });

    // Expected values: 60-digit arithmetic.
    [Theory]
    [InlineData(-7.99, -8.1115115258487910398, 0.014357857554059907778)]
    [InlineData(-8.01, -8.1312250278114926763, 0.014292019862044756477)]
    [InlineData(-40.0, -40.024968847207263723, 0.0006226683785913887735)]
    [InlineData(-1000.0, -1000.00099999800001, 9.9999400004999948201e-7)]
    public void A_win_nobody_could_expect_is_concluded_from_accurately(double gap, double mean, double variance)
    {
        var after = new Belief(0.0, 1.0).WonAgainst(gap, 1.0);
        after.Mean.ShouldBe(mean, 1e-14 * Math.Abs(mean));
        after.Variance.ShouldBe(variance, 2e-13);
    }

    [Fact]
    public void An_absurd_surprise_still_leaves_numbers()
    {
        var after = new Belief(0.0, 1.0).WonAgainst(-1e12, 1.0);
        after.Mean.ShouldBe(-1e12);
        after.Variance.ShouldBeGreaterThanOrEqualTo(0.0);
        new Belief(0.0, 1.0).WonAgainst(1e12, 1.0).ShouldBe(new Belief(0.0, 1.0));
    }

    [Fact]
    public void The_variance_of_a_contest_adds_belief_novelty_and_taste() =>
        new Belief(0, 0.81).ContestVariance(0.05, 0.55).ShouldBe(0.81 + 0.05 + Math.PI * Math.PI * 0.55 * 0.55 / 3, 1e-15);

    [Fact]
    public void Participation_starts_at_one_half_and_follows_what_was_seen()
    {
        new Participation(0, 0).Mean.ShouldBe(0.5);
        new Participation(0, 0).Saw(true).Saw(true).Saw(false).ShouldBe(new Participation(2, 3));
        new Participation(2, 3).Mean.ShouldBe(0.6);
    }

    private static double DrawMargin(double probability, double beta) =>
        Elementary.InverseNormal((1 + probability) / 2) * Math.Sqrt(2) * beta;
}
