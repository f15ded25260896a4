using BidCompetitionSim.Model.Simulation;
using MathNet.Numerics.Distributions;

namespace BidCompetitionSim.Model.Tests.Simulation;

public class NormalTests
{
    private const double RelativeError = 1e-15;

    // Expected values: 90-digit arithmetic, rounded once.
    [Theory]
    [InlineData(-37.0, 5.725571222524577e-300)]
    [InlineData(-20.0, 2.7536241186062337e-89)]
    [InlineData(-8.25, 7.919726314642477e-17)]
    [InlineData(-6.0, 9.86587645037698e-10)]
    [InlineData(-5.0, 2.866515718791939e-07)]
    [InlineData(-1.959963984540054, 0.025000000000000012)]
    [InlineData(-1.0, 0.15865525393145705)]
    [InlineData(-0.5, 0.3085375387259869)]
    [InlineData(0.1, 0.539827837277029)]
    [InlineData(0.6744897501960817, 0.75)]
    [InlineData(1.0, 0.8413447460685429)]
    [InlineData(3.0, 0.9986501019683699)]
    [InlineData(6.0, 0.9999999990134123)]
    public void NormalCdf_gives_known_values(double x, double expected) =>
        Elementary.NormalCdf(x).ShouldBe(expected, RelativeError * expected);

    [Theory]
    [InlineData(1e-300, -37.0470962993612)]
    [InlineData(1e-100, -21.273453560965326)]
    [InlineData(1e-20, -9.262340089798407)]
    [InlineData(1e-10, -6.361340902404057)]
    [InlineData(0.001, -3.0902323061678136)]
    [InlineData(0.025, -1.9599639845400543)]
    [InlineData(0.074, -1.4466320671589785)]
    [InlineData(0.3, -0.5244005127080408)]
    [InlineData(0.6, 0.2533471031357997)]
    [InlineData(0.9, 1.2815515655446006)]
    [InlineData(0.975, 1.9599639845400538)]
    [InlineData(0.999999, 4.753424308817087)]
    public void InverseNormal_gives_known_values(double u, double expected) =>
        Elementary.InverseNormal(u).ShouldBe(expected, RelativeError * Math.Abs(expected));

    [Theory]
    [InlineData(-1000.0, 1000.000999998)]
    [InlineData(-38.0, 38.02627946657587)]
    [InlineData(-8.0, 8.121368112236112)]
    [InlineData(-1.0, 1.525135276160981)]
    [InlineData(0.0, 0.7978845608028654)]
    [InlineData(1.0, 0.2875999709391784)]
    [InlineData(8.0, 5.052271083536895e-15)]
    public void NormalHazard_gives_known_values_where_both_parts_vanish(double t, double expected) =>
        Elementary.NormalHazard(t).ShouldBe(expected, RelativeError * expected);

    [Fact]
    public void NormalCdf_and_density_agree_with_MathNet()
    {
        foreach (var x in Ulps.Inputs(-8, 8, 5_000))
        {
            Elementary.NormalCdf(x).ShouldBe(Normal.CDF(0, 1, x), 1e-13 * Normal.CDF(0, 1, x));
            Elementary.NormalDensity(x).ShouldBe(Normal.PDF(0, 1, x), 1e-13 * Normal.PDF(0, 1, x));
        }
    }

    [Fact]
    public void InverseNormal_agrees_with_MathNet()
    {
        foreach (var u in Ulps.Inputs(0, 1, 5_000))
        {
            var expected = Normal.InvCDF(0, 1, u);
            Elementary.InverseNormal(u).ShouldBe(expected, 1e-9 * (1 + Math.Abs(expected)));
        }
    }

    [Fact]
    public void NormalCdf_undoes_InverseNormal()
    {
        foreach (var u in Ulps.Inputs(0, 0.5, 5_000))
        {
            Elementary.NormalCdf(Elementary.InverseNormal(u)).ShouldBe(u, 1e-14 * u);
        }
    }

    [Fact]
    public void Tails_of_the_normal_keep_their_limits()
    {
        Elementary.NormalCdf(double.NegativeInfinity).ShouldBe(0.0);
        Elementary.NormalCdf(double.PositiveInfinity).ShouldBe(1.0);
        Elementary.NormalCdf(double.NaN).ShouldBe(double.NaN);
        Elementary.NormalCdf(0.0).ShouldBe(0.5);
        Elementary.NormalCdf(-39.5).ShouldBe(0.0);
        Elementary.NormalDensity(double.NegativeInfinity).ShouldBe(0.0);
        Elementary.NormalDensity(double.NaN).ShouldBe(double.NaN);
        Elementary.InverseNormal(0.0).ShouldBe(double.NegativeInfinity);
        Elementary.InverseNormal(1.0).ShouldBe(double.PositiveInfinity);
        Elementary.InverseNormal(0.5).ShouldBe(0.0);
        Elementary.InverseNormal(-0.1).ShouldBe(double.NaN);
        Elementary.InverseNormal(1.1).ShouldBe(double.NaN);
        Elementary.InverseNormal(double.NaN).ShouldBe(double.NaN);
    }
}
