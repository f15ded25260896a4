using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Model.Tests.Sponsors;

public class OrderStatisticsTests
{
    [Fact]
    public void Two_and_three_bidders_have_closed_forms()
    {
        OrderStatistics.ExpectedMaximum(1).ShouldBe(0.0);
        OrderStatistics.ExpectedMaximum(2).ShouldBe(0.5641895835478, 1e-12);
        OrderStatistics.ExpectedMaximum(3).ShouldBe(0.8462843753216, 1e-12);
        OrderStatistics.ExpectedMaximum(2).ShouldBe(1 / Math.Sqrt(Math.PI), 1e-15);
        OrderStatistics.ExpectedMaximum(3).ShouldBe(1.5 / Math.Sqrt(Math.PI), 1e-15);
    }

    [Fact]
    public void Every_constant_is_its_integral()
    {
        for (var n = 1; n <= 16; n++)
        {
            const double Step = 0.01;
            var total = 0.0;
            for (var i = -1200; i <= 1200; i++)
            {
                var x = i * Step;
                total += Step * x * n * Elementary.NormalDensity(x) * Math.Pow(Elementary.NormalCdf(x), n - 1);
            }

            OrderStatistics.ExpectedMaximum(n).ShouldBe(total, 1e-13);
        }
    }

    // d₂, the expected range of n normals, is 2·e_n by symmetry: Joglekar (2003), Statistical Methods for Six Sigma,
    // appendix G (after ASTM).
    [Theory]
    [InlineData(2, 1.128)]
    [InlineData(3, 1.693)]
    [InlineData(4, 2.059)]
    [InlineData(5, 2.326)]
    [InlineData(6, 2.534)]
    [InlineData(7, 2.704)]
    [InlineData(8, 2.847)]
    [InlineData(9, 2.970)]
    [InlineData(10, 3.078)]
    [InlineData(12, 3.258)]
    [InlineData(14, 3.407)]
    [InlineData(16, 3.532)]
    public void Twice_the_expected_maximum_is_the_control_chart_constant(int n, double d2) =>
        (2 * OrderStatistics.ExpectedMaximum(n)).ShouldBe(d2, 5.01e-4);

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public void Other_numbers_of_bidders_are_refused(int n) =>
        Should.Throw<ArgumentOutOfRangeException>(() => OrderStatistics.ExpectedMaximum(n));
}
