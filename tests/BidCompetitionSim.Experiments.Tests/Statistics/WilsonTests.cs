using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class WilsonTests
{
    // Newcombe (1998), table I, method 3: the score interval without continuity correction.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662), InlineData(15, 148, 0.0624, 0.1605), InlineData(0, 20, 0.0000, 0.1611), InlineData(1, 29, 0.0061, 0.1718)]
    public void Newcombes_examples_are_met(long count, long rows, double low, double high)
    {
        Wilson.Of(count, rows).Low.ShouldBe(low, 5e-5);
        Wilson.Of(count, rows).High.ShouldBe(high, 5e-5);
        Wilson.Of(rows - count, rows).Low.ShouldBe(1 - high, 5e-5);
    }

    [Fact]
    public void What_never_or_always_happens_has_an_end_on_the_scales_end()
    {
        Wilson.Of(0, 1000).Low.ShouldBe(0);
        Wilson.Of(1000, 1000).High.ShouldBe(1);
        Wilson.Of(0, 0).ShouldBe(new(0, 1));
    }

    [Fact]
    public void Counts_that_cannot_be_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Wilson.Of(3, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => Wilson.Of(-1, 2));
    }
}
