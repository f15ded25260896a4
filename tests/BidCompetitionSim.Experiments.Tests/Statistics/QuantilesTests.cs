using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class QuantilesTests
{
    private static readonly Counts Hundred = CountsTests.Of(Resolution.Hundredths, [.. Enumerable.Range(1, 100).Select(static k => (double)k)]);

    [Theory]
    [InlineData(0.05, 5), InlineData(0.07, 7), InlineData(0.25, 25), InlineData(0.5, 50), InlineData(0.501, 51), InlineData(0.95, 95), InlineData(0.999, 100)]
    public void A_quantile_is_the_least_value_with_that_share_at_or_below_it(double share, double value) => Hundred.Quantile(share).ShouldBe(value);

    [Fact]
    public void Values_between_bins_are_known_to_half_a_bin()
    {
        double[] values = [.. Enumerable.Range(0, 999).Select(static k => 1000 * Some.Uniform(4, k) - 300)];
        var sorted = values.Order().ToArray();
        foreach (var resolution in (Resolution[])[Resolution.Hundredths, Resolution.HalfPercent])
        {
            var counts = CountsTests.Of(resolution, values);
            foreach (var share in (double[])[0.05, 0.25, 0.5, 0.75, 0.95])
            {
                var quantile = counts.Quantile(share)!.Value;
                quantile.ShouldBe(sorted[(int)Math.Ceiling(share * values.Length) - 1], Bins.Error(resolution, quantile) + 1e-9);
            }
        }
    }

    [Fact]
    public void A_measure_that_never_varies_is_known_exactly() =>
        CountsTests.Of(Resolution.HalfPercent, [7, 7, 7]).Quantile(0.5).ShouldBe(7);

    [Fact]
    public void No_values_have_no_quantile()
    {
        var none = new Counts(Resolution.Hundredths);
        none.Quantile(0.5).ShouldBeNull();
        none.QuantileInterval(0.5).ShouldBeNull();
    }

    // The median of ten values lies between the second and the ninth with probability 1 − 22/1024: in every table of such intervals.
    [Fact]
    public void The_median_of_ten_lies_between_the_second_and_the_ninth()
    {
        BinomialRanks.Around(10, 0.5, 0.95).ShouldBe((2, 9));
        BinomialRanks.Around(5, 0.5, 0.95).ShouldBeNull();
        BinomialRanks.Around(6, 0.5, 0.95).ShouldBe((1, 6));
        Hundred.QuantileInterval(0.5).ShouldBe(new(40, 61));
    }

    // Wilks (1941): 59 values for 95 % confidence that the largest is above the 95th percentile.
    [Fact]
    public void Fifty_nine_values_bound_the_95th_percentile_and_58_do_not()
    {
        BinomialRanks.Around(58, 0.95, 0.90).ShouldBeNull();
        BinomialRanks.Around(59, 0.95, 0.90)!.Value.High.ShouldBe(59);
        BinomialRanks.Around(59, 0.05, 0.90)!.Value.Low.ShouldBe(1);
        BinomialRanks.Around(71, 0.95, 0.95).ShouldBeNull();
        BinomialRanks.Around(72, 0.95, 0.95)!.Value.High.ShouldBe(72);
    }

    [Fact]
    public void Ranks_are_the_tightest_that_binomial_tails_allow()
    {
        foreach (var values in (int[])[1, 2, 20, 73, 100, 1024, 100_000])
            foreach (var share in (double[])[0.05, 0.25, 0.5, 0.75, 0.95])
            {
                var (low, high) = (0, values + 1);
                while (Below(values, share, low) <= 0.025) low++;
                while (1 - Below(values, share, high - 2) <= 0.025) high--;
                BinomialRanks.Around(values, share, 0.95).ShouldBe(low >= 1 && high <= values ? (low, high) : null, $"{values} values, share {share}");
            }
    }

    // Ten million values: Φ⁻¹(0.975)·√(n/4) = 3099.0 ranks to either side, worked by hand.
    [Fact]
    public void Many_values_are_no_harder()
    {
        var (low, high) = BinomialRanks.Around(10_000_000, 0.5, 0.95)!.Value;

        (5_000_000 - low).ShouldBeInRange(3097, 3100);
        (low + high).ShouldBe(10_000_001);
    }

    private static double Below(int values, double share, int count) => count < 0 ? 0 : Binomial.CDF(share, values, count);
}
