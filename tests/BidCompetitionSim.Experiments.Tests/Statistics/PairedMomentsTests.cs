using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class PairedMomentsTests
{
    // Student (1908): hours of sleep gained by ten patients under two drugs; p as in every textbook since.
    private static readonly double[] One = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] Other = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void Students_sleep_data_are_judged_in_pairs()
    {
        var sleep = Fold(One, Other, 4);

        sleep.Difference.Mean!.Value.ShouldBe(1.58, 1e-12);
        sleep.P!.Value.ShouldBe(0.002833, 5e-7);
        (sleep.Higher, sleep.Equal, sleep.Lower).ShouldBe((9, 1, 0));
        sleep.ProbabilityOfSuperiority.ShouldBe(0.95);
        sleep.Correlation!.Value.ShouldBe(0.7951702, 5e-8);
        // Variances 3.200556 and 4.009 of the two drugs, 1.513 of the differences.
        sleep.VarianceReduction!.Value.ShouldBe((3.2005556 + 4.009) / 1.5128889, 1e-6);
        sleep.Interval()!.Low.ShouldBe(0.7001142, 5e-8);
    }

    [Fact]
    public void Equal_arms_differ_by_exactly_nothing_and_leave_nothing_to_test()
    {
        var same = Fold(One, One, 3);

        (same.Difference.Mean, same.Difference.Variance, same.P, same.VarianceReduction).ShouldBe((0, 0, null, null));
        (same.Higher, same.Equal, same.Lower, same.ProbabilityOfSuperiority).ShouldBe((0, 10, 0, 0.5));
        same.Interval().ShouldBe(new(0, 0));
        same.Correlation!.Value.ShouldBe(1, 1e-15);
    }

    [Fact]
    public void A_difference_that_never_varies_is_judged_by_its_signs() =>
        Fold([1, 2, 3, 4], [2, 3, 4, 5], 4).P!.Value.ShouldBe(2 / 16.0, 1e-12);

    [Fact]
    public void A_pair_that_misses_a_side_counts_for_neither()
    {
        var pairs = Fold([1, double.NaN, 3, 9], [2, 5, 5, double.NaN], 2);

        (pairs.Difference.Count, pairs.Difference.Missing, pairs.First.Mean, pairs.Second.Mean).ShouldBe((2, 2, 2, 3.5));
    }

    [Fact]
    public void One_pair_proves_nothing() => Fold([1], [2], 1).P.ShouldBeNull();

    internal static PairedMoments Fold(ReadOnlySpan<double> one, ReadOnlySpan<double> other, int block)
    {
        var all = new PairedMoments();
        for (var start = 0; start < one.Length; start += block)
        {
            var part = new PairedMoments();
            for (var k = start; k < Math.Min(start + block, one.Length); k++) part.Add(one[k], other[k]);
            all.Merge(part);
        }
        return all;
    }
}
