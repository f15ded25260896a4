using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class EstimateTests
{
    // Student (1908), The probable error of a mean: hours of sleep gained by ten patients under two drugs.
    private static readonly double[] First = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] Second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void Students_sleep_data_give_students_result()
    {
        var gain = Estimate.OfDifference(First, Second);

        gain.Value.ShouldBe(-1.58, 1e-12);
        gain.DegreesOfFreedom.ShouldBe(9);
        gain.T.ShouldBe(-4.0621, 5e-5);
        gain.P().ShouldBe(0.002833, 5e-7);
        gain.P(Alternative.Less).ShouldBe(0.002833 / 2, 5e-7);
        gain.P(Alternative.Greater).ShouldBe(1 - 0.002833 / 2, 5e-7);
        gain.Interval().Low.ShouldBe(-2.4598858, 5e-8);
        gain.Interval().High.ShouldBe(-0.7001142, 5e-8);
    }

    [Fact]
    public void Pairs_that_miss_a_side_are_left_out() =>
        Estimate.OfDifference([.. First, double.NaN, 9], [.. Second, 9, double.NaN]).ShouldBe(Estimate.OfDifference(First, Second));

    [Fact]
    public void Equal_samples_differ_by_exactly_nothing()
    {
        var nothing = Estimate.OfDifference(First, First);

        nothing.ShouldBe(new Estimate(0, 0, 9));
        nothing.P().ShouldBe(1);
        nothing.P(Alternative.Greater).ShouldBe(0.5);
    }

    [Fact]
    public void A_constant_difference_is_certain()
    {
        var certain = Estimate.OfMean([2, 2, 2]);

        certain.P(Alternative.Greater).ShouldBe(0);
        certain.P(Alternative.Less).ShouldBe(1);
    }

    [Fact]
    public void Too_few_observations_prove_nothing()
    {
        Estimate.OfMean([5]).P().ShouldBe(1);
        Estimate.OfMean([]).P().ShouldBe(1);
        Estimate.OfMean([double.NaN]).IsUnknown.ShouldBeTrue();
    }

    // Anscombe (1973), Graphs in statistical analysis: the first of four sets with slope 0.5001 and standard error 0.1179.
    [Fact]
    public void Anscombes_first_set_has_its_slope()
    {
        var slope = Estimate.OfSlope([10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5], [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]);

        slope.Value.ShouldBe(0.5001, 5e-5);
        slope.StandardError.ShouldBe(0.1179, 5e-5);
        slope.T.ShouldBe(4.241, 5e-4);
        slope.P().ShouldBe(0.00217, 5e-6);
    }

    [Fact]
    public void A_cause_that_never_varies_has_no_slope() => Estimate.OfSlope([1, 1, 1], [1, 2, 3]).IsUnknown.ShouldBeTrue();

    [Fact]
    public void Unequal_lengths_are_no_pairs()
    {
        Should.Throw<ArgumentException>(() => Estimate.OfDifference([1], [1, 2]));
        Should.Throw<ArgumentException>(() => Estimate.OfSlope([1], [1, 2]));
    }
}
