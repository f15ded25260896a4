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
    public void Ties_alone_prove_nothing() => SignTest.Of([0, 0]).P().ShouldBe(1);

    [Fact]
    public void An_even_split_proves_nothing() => new SignTest(5, 5).P().ShouldBe(1);
}
