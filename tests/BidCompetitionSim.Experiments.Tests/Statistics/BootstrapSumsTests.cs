using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class BootstrapSumsTests
{
    private static readonly PoissonBootstrap Bootstrap = new(11);
    private static readonly double[][] Rows =
        [.. Enumerable.Range(0, 600).Select(static r => (double[])[50 + Some.Normal(1, r), r % 5 == 0 ? double.NaN : Some.Normal(2, r)])];

    // To the last bit: whatever the width of the processor's vectors, every resample is summed row by row.
    [Fact]
    public void Means_are_those_of_rows_drawn_as_often_as_their_weights_say()
    {
        var sums = Fold(0, Rows.Length);
        var weights = Rows.Select(static (_, r) => PoissonBootstrapTests.Weights(Bootstrap, (uint)r)).ToArray();

        for (var measure = 0; measure < 2; measure++)
            for (var b = 0; b < Bootstrap.Resamples; b++)
            {
                var (sum, total) = (0.0, 0.0);
                for (var r = 0; r < Rows.Length; r++)
                {
                    if (double.IsNaN(Rows[r][measure])) continue;
                    sum += weights[r][b] * Rows[r][measure];
                    total += weights[r][b];
                }
                sums.Means(measure)[b].ShouldBe(sum / total);
            }
    }

    [Fact]
    public void Means_scatter_as_the_standard_error_says()
    {
        var moments = MomentsTests.Fold([.. Rows.Select(static row => row[0])], 1024);
        var means = MomentsTests.Fold(Fold(0, Rows.Length).Means(0), 1024);

        means.Mean!.Value.ShouldBe(moments.Mean!.Value, 4 * moments.StandardError!.Value / Math.Sqrt(400));
        (means.StandardDeviation / moments.StandardError)!.Value.ShouldBe(1, 4 / Math.Sqrt(2 * 400));
    }

    [Fact]
    public void Blocks_summed_on_any_number_of_threads_and_merged_in_order_give_the_same_bits()
    {
        var alone = Merged(Enumerable.Range(0, 6).Select(static k => Fold(100 * k, 100)));
        var blocks = new BootstrapSums[6];
        Parallel.For(0, 6, k => blocks[5 - k] = Fold(100 * (5 - k), 100));

        Merged(blocks).Means(0).ShouldBe(alone.Means(0));
        Merged(blocks).Interval(1).ShouldBe(alone.Interval(1));
    }

    [Fact]
    public void The_interval_leaves_ten_of_four_hundred_means_on_either_side()
    {
        var sums = Fold(0, Rows.Length);
        var means = sums.Means(0).Order().ToArray();

        sums.Interval(0).ShouldBe(new(means[9], means[390]));
    }

    [Fact]
    public void Too_few_rows_have_no_interval()
    {
        Fold(0, 19).Interval(0).ShouldBeNull();
        Fold(0, 20).Interval(0).ShouldNotBeNull();
        Fold(0, 20).Interval(1).ShouldBeNull();
    }

    [Fact]
    public void Cleared_sums_start_again()
    {
        var sums = Fold(0, 50);
        sums.Clear();
        sums.Merge(Fold(50, 100));

        sums.Means(1).ShouldBe(Fold(50, 100).Means(1));
    }

    [Fact]
    public void Sums_of_another_shape_are_refused()
    {
        Should.Throw<ArgumentException>(() => new BootstrapSums(2).Merge(new BootstrapSums(3)));
        Should.Throw<ArgumentException>(() => new BootstrapSums(2).Add(new double[400], [1]));
    }

    private static BootstrapSums Fold(int from, int count)
    {
        var sums = new BootstrapSums(2);
        for (var r = from; r < from + count; r++) sums.Add(PoissonBootstrapTests.Weights(Bootstrap, (uint)r), Rows[r]);
        return sums;
    }

    private static BootstrapSums Merged(IEnumerable<BootstrapSums> blocks)
    {
        var all = new BootstrapSums(2);
        foreach (var block in blocks) all.Merge(block);
        return all;
    }
}
