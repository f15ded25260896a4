using BidCompetitionSim.Experiments.Designs;

namespace BidCompetitionSim.Experiments.Tests.Designs;

public class PointDesignTests
{
    [Theory, InlineData(1), InlineData(7), InlineData(100)]
    public void A_latin_hypercube_has_one_point_in_every_part_of_a_range(int size)
    {
        var column = PointDesigns.LatinColumn("secretariat.strength", size, 3);

        column.Select(x => (int)(x * size)).Order().ShouldBe(Enumerable.Range(0, size));
        column.ShouldAllBe(x => x > 0 && x < 1);
    }

    [Fact]
    public void Columns_of_a_latin_hypercube_go_their_own_ways()
    {
        var (one, other) = (PointDesigns.LatinColumn("a", 1000, 3), PointDesigns.LatinColumn("b", 1000, 3));

        MathNet.Numerics.Statistics.Correlation.Pearson(one, other).ShouldBe(0, 0.1);
        PointDesigns.LatinColumn("a", 1000, 4).ShouldNotBe(one);
        PointDesigns.LatinColumn("a", 1000, 3).ShouldBe(one);
    }

    [Fact]
    public void A_full_factorial_has_every_combination_once_the_last_changing_fastest() =>
        PointDesigns.Combinations([[1, 2], [3], [4, 5, 6]]).ShouldBe([[1, 3, 4], [1, 3, 5], [1, 3, 6], [2, 3, 4], [2, 3, 5], [2, 3, 6]]);

    [Fact]
    public void One_at_a_time_leaves_the_others_where_they_are() =>
        PointDesigns.OneAtATime([1, 10], [[0, 1, 2], [5, 15]]).ShouldBe([[1, 10], [0, 10], [2, 10], [1, 5], [1, 15]]);

    [Fact]
    public void Levels_reach_both_ends() => PointDesigns.Levels(0.1, 0.7, 3).ShouldBe([0.1, 0.4, 0.7], 1e-15);
}
