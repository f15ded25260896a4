using BidCompetitionSim.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class StudentQuantileTests
{
    // Abramowitz and Stegun (1964), table 26.10.
    [Theory]
    [InlineData(1, 12.706, 63.657), InlineData(2, 4.303, 9.925), InlineData(5, 2.571, 4.032), InlineData(10, 2.228, 3.169)]
    [InlineData(30, 2.042, 2.750), InlineData(120, 1.980, 2.617), InlineData(1_000_000_000, 1.960, 2.576)]
    public void Published_tables_are_met(long freedom, double at975, double at995)
    {
        StudentQuantile.At(0.975, freedom).ShouldBe(at975, 5.1e-4);
        StudentQuantile.At(0.995, freedom).ShouldBe(at995, 5.1e-4);
        StudentQuantile.At(0.025, freedom).ShouldBe(-at975, 5.1e-4);
    }

    [Fact]
    public void The_two_ways_agree_where_they_meet()
    {
        foreach (var share in (double[])[0.005, 0.025, 0.5, 0.9, 0.975, 0.9995])
            StudentQuantile.At(share, 1001).ShouldBe(StudentT.InvCDF(0, 1, 1001, share), 1e-7);
    }
}
