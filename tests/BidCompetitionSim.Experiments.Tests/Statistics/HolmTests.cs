using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class HolmTests
{
    [Fact]
    public void Four_tests_are_stepped_down() =>
        ShouldBe(Holm.Adjust([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02]);

    // Fifty p values and what R's p.adjust makes of them, as the examples of Rosetta Code's "P-value correction" give them.
    [Fact]
    public void Fifty_tests_are_adjusted_as_R_does()
    {
        double[] given =
        [
            4.533744e-01, 7.296024e-01, 9.936026e-02, 9.079658e-02, 1.801962e-01, 8.752257e-01, 2.922222e-01, 9.115421e-01, 4.355806e-01, 5.324867e-01,
            4.926798e-01, 5.802978e-01, 3.485442e-01, 7.883130e-01, 2.729308e-01, 8.502518e-01, 4.268138e-01, 6.442008e-01, 3.030266e-01, 5.001555e-02,
            3.194810e-01, 7.892933e-01, 9.991834e-01, 1.745691e-01, 9.037516e-01, 1.198578e-01, 3.966083e-01, 1.403837e-02, 7.328671e-01, 6.793476e-02,
            4.040730e-03, 3.033349e-04, 1.125147e-02, 2.375072e-02, 5.818542e-04, 3.075482e-04, 8.251272e-03, 1.356534e-03, 1.360696e-02, 3.764588e-04,
            1.801145e-05, 2.504456e-07, 3.310253e-02, 9.427839e-03, 8.791153e-04, 2.177831e-04, 9.693054e-04, 6.610250e-05, 2.900813e-02, 5.735490e-03,
        ];
        double[] adjusted =
        [
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4.632662e-01, 1, 1,
            1.575885e-01, 1.395341e-02, 3.938014e-01, 7.600230e-01, 2.501973e-02, 1.395341e-02, 3.052971e-01, 5.426136e-02, 4.626366e-01, 1.656419e-02,
            8.825610e-04, 1.252228e-05, 9.930759e-01, 3.394022e-01, 3.692284e-02, 1.023581e-02, 3.974152e-02, 3.172920e-03, 8.992520e-01, 2.179486e-01,
        ];
        var ours = Holm.Adjust(given);
        for (var k = 0; k < given.Length; k++) ours[k].ShouldBe(adjusted[k], 1e-6 * adjusted[k]);
    }

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
