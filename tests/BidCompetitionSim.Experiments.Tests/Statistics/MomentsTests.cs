using BidCompetitionSim.Experiments.Statistics;
using MathNet.Numerics.Statistics;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class MomentsTests
{
    // Significant digits that any computation in double precision can hope for: those of NumAcc3 and 4 are lost when the data are read.
    public static TheoryData<string, int, int> Certified => new()
    {
        { "Lottery", 14, 14 }, { "Mavro", 14, 12 }, { "Michelso", 14, 12 },
        { "NumAcc1", 15, 15 }, { "NumAcc2", 14, 14 }, { "NumAcc3", 14, 9 }, { "NumAcc4", 14, 8 },
    };

    [Theory]
    [MemberData(nameof(Certified))]
    public void Certified_values_are_met(string name, int digitsOfMean, int digitsOfDeviation)
    {
        var data = ReferenceData.All.Single(d => d.Name == name);
        foreach (var block in (int[])[int.MaxValue, 1, 7, 64])
        {
            var moments = Fold(data.Values, block);
            Digits(moments.Mean, data.Mean).ShouldBeGreaterThanOrEqualTo(digitsOfMean, $"mean in blocks of {block}");
            Digits(moments.StandardDeviation, data.StandardDeviation).ShouldBeGreaterThanOrEqualTo(digitsOfDeviation, $"deviation in blocks of {block}");
            moments.Least.ShouldBe(data.Values.Min());
            moments.Greatest.ShouldBe(data.Values.Max());
        }
    }

    // Whole numbers: MathNet's decimal arithmetic holds them exactly.
    [Fact]
    public void Hard_data_give_what_MathNet_gives()
    {
        foreach (var offset in (ReadOnlySpan<double>)[0, 1e6, -1e9])
        {
            var values = Enumerable.Range(0, 5000).Select(k => offset + Math.Round(5 * Some.Normal(7, k))).ToArray();
            var theirs = new DescriptiveStatistics(values, increasedAccuracy: true);
            var ours = Fold(values, 1024);
            ours.Mean!.Value.ShouldBe(theirs.Mean, 1e-15 * Math.Abs(offset) + 1e-14);
            ours.StandardDeviation!.Value.ShouldBe(theirs.StandardDeviation, 1e-13 * theirs.StandardDeviation);
        }
    }

    // What is left of the values once the offset is taken off is exact, so MathNet can be asked about that.
    [Fact]
    public void A_large_offset_costs_no_digits()
    {
        foreach (var (offset, spread) in (ReadOnlySpan<(double, double)>)[(1e9, 1e-3), (-1e12, 1), (1e-9, 1e-12), (3e15, 2)])
        {
            var values = Enumerable.Range(0, 5000).Select(k => offset + spread * Some.Normal(7, k)).ToArray();
            var without = new RunningStatistics(values.Select(x => x - offset));
            var ours = Fold(values, 1024);
            ours.Mean!.Value.ShouldBe(offset + without.Mean, 3e-16 * Math.Abs(offset));
            ours.StandardDeviation!.Value.ShouldBe(without.StandardDeviation, 1e-13 * spread);
        }
    }

    [Fact]
    public void Values_without_variance_have_none_whatever_their_size()
    {
        var moments = Fold([.. Enumerable.Repeat(0.1 + 1e8, 5000)], 1024);

        moments.Mean.ShouldBe(0.1 + 1e8);
        moments.Variance.ShouldBe(0);
        moments.Interval().ShouldBe(new(0.1 + 1e8, 0.1 + 1e8));
    }

    [Fact]
    public void The_same_blocks_give_the_same_bits()
    {
        var values = Enumerable.Range(0, 3000).Select(k => 50 + Some.Normal(3, k)).ToArray();

        Fold(values, 1024).ShouldBe(Fold(values, 1024));
    }

    [Fact]
    public void What_is_no_number_is_missing_and_nothing_else()
    {
        var moments = Fold([double.NaN, 1, double.NaN, 3], 2);

        (moments.Count, moments.Missing, moments.Mean, moments.Variance).ShouldBe((2, 2, 2, 2));
    }

    [Fact]
    public void Too_few_values_leave_gaps_instead_of_numbers()
    {
        var none = new Moments();
        (none.Mean, none.Variance, none.StandardError, none.Least, none.Greatest, none.Interval()).ShouldBe((null, null, null, null, null, null));
        var one = Fold([4], 1);
        (one.Mean, one.Variance, one.StandardError, one.Least, one.Greatest, one.Interval()).ShouldBe((4, null, null, 4, 4, null));
    }

    internal static Moments Fold(ReadOnlySpan<double> values, int block)
    {
        var all = new Moments();
        for (var start = 0; start < values.Length; start += Math.Min(block, values.Length))
        {
            var part = new Moments();
            foreach (var x in values.Slice(start, Math.Min(block, values.Length - start))) part.Add(x);
            all.Merge(part);
        }
        return all;
    }

    private static int Digits(double? actual, double certified) =>
        actual!.Value == certified ? 16 : (int)Math.Floor(-Math.Log10(Math.Abs(actual.Value - certified) / Math.Abs(certified)));
}
