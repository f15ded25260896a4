using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Experiments.Tests.Runs;

public class FigureTests
{
    [Theory]
    [InlineData(-0.001, "0.00")]
    [InlineData(-0.0, "0.00")]
    [InlineData(0.001, "0.00")]
    [InlineData(-0.006, "-0.01")]
    [InlineData(1.5, "+1.50")]
    public void What_rounds_to_nothing_has_no_sign(double value, string shown) => Figure.WithSign(value).ShouldBe(shown);

    [Fact]
    public void A_share_that_rounds_to_nothing_has_none_either() => Figure.Of(-0.0004, "0.0%").ShouldBe(0.0.ToString("0.0%"));

    [Fact]
    public void No_number_is_a_dash() => Figure.Of(null, "0.00").ShouldBe("-");
}
