using BidCompetitionSim.Experiments.Designs;

namespace BidCompetitionSim.Experiments.Tests.Designs;

public class SobolTests
{
    /// <summary>The first ten points in three dimensions, as the program that Joe and Kuo publish beside their table prints them.</summary>
    [Fact]
    public void The_first_points_are_those_published()
    {
        double[][] published =
        [
            [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625], [0.875, 0.875, 0.125],
            [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
        ];

        for (var point = 0U; point < published.Length; point++)
            for (var dimension = 0; dimension < 3; dimension++)
                (Sobol.Coordinate(dimension, point) / 4294967296.0).ShouldBe(published[point][dimension]);
    }

    [Fact]
    public void Every_dimension_puts_one_point_into_every_cell()
    {
        for (var dimension = 0; dimension < Sobol.MostDimensions; dimension++)
            Enumerable.Range(0, 4096).Select(point => Sobol.Coordinate(dimension, (uint)point) >> 20).Distinct().Count().ShouldBe(4096, $"dimension {dimension}");
    }

    /// <summary>Direction numbers of a primitive polynomial differ in every dimension; two that were mistyped into the same would show here.</summary>
    [Fact]
    public void No_two_dimensions_are_alike()
    {
        var columns = Enumerable.Range(0, Sobol.MostDimensions).Select(dimension =>
            string.Join(' ', Enumerable.Range(0, 1024).Select(point => Sobol.Coordinate(dimension, (uint)point)))).ToArray();

        columns.Distinct().Count().ShouldBe(Sobol.MostDimensions);
    }

    /// <summary>Sobol's property A (1976) with the numbers of Joe and Kuo: of the first 2^d points, one lies in every corner of the cube.</summary>
    [Theory, InlineData(2), InlineData(5), InlineData(10), InlineData(14)]
    public void The_first_points_reach_every_corner(int dimensions)
    {
        var corners = Enumerable.Range(0, 1 << dimensions).Select(point =>
            Enumerable.Range(0, dimensions).Sum(dimension => (int)(Sobol.Coordinate(dimension, (uint)point) >> 31) << dimension));

        corners.Distinct().Count().ShouldBe(1 << dimensions);
    }

    /// <summary>The mean of Π (1 + (x − ½)/4) over the cube is 1; chance alone would miss it by some 0.0016.</summary>
    [Fact]
    public void A_smooth_mean_is_met_closely()
    {
        const int points = 1 << 14, dimensions = 8;
        var columns = Enumerable.Range(0, dimensions).Select(d => PointDesigns.SobolColumn("x", d, points, null)).ToArray();

        var mean = Enumerable.Range(0, points).Average(k => columns.Aggregate(1.0, (product, column) => product * (1 + (column[k] - 0.5) / 4)));

        mean.ShouldBe(1, 1e-4);
    }

    [Fact]
    public void A_seed_shifts_the_sequence_and_keeps_it_even()
    {
        var (plain, shifted) = (PointDesigns.SobolColumn("x", 3, 256, null), PointDesigns.SobolColumn("x", 3, 256, 5));

        shifted.ShouldNotBe(plain);
        shifted.Select(x => (int)(x * 256)).Order().ShouldBe(Enumerable.Range(0, 256));
        PointDesigns.SobolColumn("x", 3, 256, 5).ShouldBe(shifted);
    }
}
