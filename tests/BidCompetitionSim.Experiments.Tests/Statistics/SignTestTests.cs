using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class SignTestTests
{
    [Fact]
    public void Nine_of_ten_signs_are_rare()
    {
        var test = SignTest.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, -1, 0, double.NaN]);

        test.ShouldBe(new SignTest(9, 1));
        test.P(Alternative.Greater).ShouldBe(11 / 1024.0, 1e-12);
        test.P(Alternative.Less).ShouldBe(1023 / 1024.0, 1e-12);
        test.P().ShouldBe(22 / 1024.0, 1e-12);
    }

    [Fact]
    public void A_million_equal_signs_are_judged_without_losing_the_tail()
    {
        new SignTest(60, 0).P(Alternative.Greater).ShouldBe(Math.Pow(2, -60), 1e-30);
        new SignTest(501_000, 499_000).P().ShouldBe(0.0455, 2e-4);
    }

    [Fact]
    public void Ties_alone_prove_nothing() => SignTest.Of([0, 0]).P().ShouldBe(1);

    [Fact]
    public void An_even_split_proves_nothing() => new SignTest(5, 5).P().ShouldBe(1);
}
