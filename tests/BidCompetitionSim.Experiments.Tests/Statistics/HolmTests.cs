using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class HolmTests
{
    [Fact]
    public void Four_tests_are_stepped_down() =>
        ShouldBe(Holm.Adjust([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02]);

    [Fact]
    public void One_test_needs_no_adjustment() => ShouldBe(Holm.Adjust([0.2]), [0.2]);

    [Fact]
    public void Nothing_exceeds_certainty() => ShouldBe(Holm.Adjust([0.9, 0.8]), [1, 1]);

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        Should.Throw<ArgumentException>(() => Holm.Adjust([1.1]));
        Should.Throw<ArgumentException>(() => Holm.Adjust([double.NaN]));
    }

    private static void ShouldBe(double[] actual, double[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        for (var k = 0; k < actual.Length; k++) actual[k].ShouldBe(expected[k], 1e-12);
    }
}
