using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class EcdfTests
{
    private static readonly double[] Values = [.. Enumerable.Range(0, 5000).Select(static k => 10 * Some.Normal(5, k))];

    [Theory]
    [InlineData(Resolution.Hundredths, 100), InlineData(Resolution.HalfPercent, 100), InlineData(Resolution.Hundredths, 3), InlineData(Resolution.HalfPercent, 100_000)]
    public void Every_step_that_is_left_is_exact(Resolution resolution, int points)
    {
        var ecdf = Ecdf.Of(CountsTests.Of(resolution, Values), points);

        ecdf.Edges.Length.ShouldBeInRange(2, points);
        ecdf.AtOrBelow[0].ShouldBe(0);
        ecdf.AtOrBelow[^1].ShouldBe(Values.Length);
        for (var k = 0; k < ecdf.Edges.Length; k++) ecdf.AtOrBelow[k].ShouldBe(Values.Count(x => x <= ecdf.Edges[k]));
        ecdf.Edges.ShouldBe(ecdf.Edges.Order());
    }

    [Fact]
    public void Steps_that_are_left_out_are_small()
    {
        var ecdf = Ecdf.Of(CountsTests.Of(Resolution.Hundredths, Values), 102);

        var steps = ecdf.AtOrBelow.Zip(ecdf.AtOrBelow.Skip(1), static (a, b) => b - a);
        steps.Max().ShouldBeLessThan(Values.Length / 100 + 20);
    }

    [Fact]
    public void One_value_is_one_step() => Ecdf.Of(CountsTests.Of(Resolution.Hundredths, [3, 3]), 10).Edges.ShouldBe([2.995, 3.005]);

    [Fact]
    public void Values_beyond_the_bins_make_no_step()
    {
        var ecdf = Ecdf.Of(CountsTests.Of(Resolution.Hundredths, [-1e9, 3, 1e9]), 10);

        ecdf.AtOrBelow.ShouldBe([1, 2]);
    }

    [Fact]
    public void No_values_make_no_steps() => Ecdf.Of(new Counts(Resolution.Hundredths), 10).Edges.ShouldBeEmpty();
}
