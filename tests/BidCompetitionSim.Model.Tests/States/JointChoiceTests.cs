using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Model.Tests.States;

public class JointChoiceTests
{
    private static readonly HostShare[] Two = [new(0, 0.75, 0.75), new(1, 0.25, 0.25)];

    [Fact]
    public void The_larger_sum_by_share_wins()
    {
        // [state, sponsor and nobody]: the first gains 3·0.75 + 1·0.25 = 2.5, the second 2·0.75 + 3·0.25 = 2.25 over nobody.
        double[] utilities = [3, 2, 0, 1, 3, 0];

        JointChoice.Winner(Two, utilities, 0b11).ShouldBe(0);
        JointChoice.Winner([new(0, 0.25, 0.25), new(1, 0.75, 0.75)], utilities, 0b11).ShouldBe(1);
    }

    [Fact]
    public void A_bid_that_one_of_them_likes_less_than_nobody_cannot_win()
    {
        double[] utilities = [9, 2, 0, -0.1, 1, 0];

        JointChoice.Winner(Two, utilities, 0b11).ShouldBe(1);
    }

    [Fact]
    public void Where_each_bid_is_refused_by_somebody_nobody_wins()
    {
        double[] utilities = [9, -1, 0, -1, 9, 0];

        JointChoice.Winner(Two, utilities, 0b11).ShouldBe(-1);
    }

    [Fact]
    public void Only_eligible_bids_are_looked_at() => JointChoice.Winner(Two, [3, 2, 0, 1, 3, 0], 0b10).ShouldBe(1);

    [Fact]
    public void What_a_state_thinks_of_nobody_is_its_own_yardstick()
    {
        // The second state would have been content with either, had it not set so much by having none.
        double[] utilities = [3, 2, 0, 1, 3, 2];

        JointChoice.Winner(Two, utilities, 0b11).ShouldBe(1);
    }
}
