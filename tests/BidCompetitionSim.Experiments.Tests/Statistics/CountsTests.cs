using System.Text;
using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Statistics;
using FsCheck.Fluent;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class CountsTests
{
    public static TheoryData<Resolution> Resolutions => [Resolution.Hundredths, Resolution.HalfPercent];

    [Theory]
    [MemberData(nameof(Resolutions))]
    public void Every_value_lies_between_the_edges_of_its_bin_and_near_its_middle(Resolution resolution)
    {
        for (var k = 0; k < 20_000; k++)
        {
            var value = (Some.Uniform(1, k) - 0.5) * Math.Pow(10, 8 * Some.Uniform(2, k) - 4);
            var bin = Bins.Of(resolution, value);
            var slack = 1e-12 * Math.Abs(value);
            value.ShouldBeInRange(Bins.UpperEdge(resolution, bin - 1) - slack, Bins.UpperEdge(resolution, bin) + slack);
            var middle = Bins.Middle(resolution, bin);
            Math.Abs(value - middle).ShouldBeLessThanOrEqualTo(Bins.Error(resolution, middle) + slack);
        }
    }

    [Theory]
    [MemberData(nameof(Resolutions))]
    public void Bins_rise_with_their_values_and_mirror_at_0(Resolution resolution)
    {
        for (var bin = -5000; bin < 5000; bin++)
        {
            Bins.UpperEdge(resolution, bin).ShouldBeGreaterThan(Bins.UpperEdge(resolution, bin - 1));
            Bins.Of(resolution, Bins.Middle(resolution, bin)).ShouldBe(bin);
            Bins.Middle(resolution, -bin).ShouldBe(-Bins.Middle(resolution, bin));
            Bins.UpperEdge(resolution, -bin).ShouldBe(-Bins.UpperEdge(resolution, bin - 1));
        }
    }

    [Fact]
    public void Half_percent_bins_are_half_a_percent_wide()
    {
        for (var bin = 1; bin < 10_000; bin += 7)
            (Bins.UpperEdge(Resolution.HalfPercent, bin + 1) / Bins.UpperEdge(Resolution.HalfPercent, bin)).ShouldBe(1.005, 1e-11);
        Bins.Middle(Resolution.HalfPercent, Bins.Of(Resolution.HalfPercent, 1)).ShouldBe(1);
    }

    // Edges are part of what an experiment's document says: no processor, system or release may move them.
    [Fact]
    public void Edges_are_pinned_to_the_bit()
    {
        Bins.UpperEdge(Resolution.HalfPercent, 4001).ShouldBe(1.0024968827881711);
        Bins.UpperEdge(Resolution.HalfPercent, 5000).ShouldBe(146.21055499289704);
        Bins.UpperEdge(Resolution.HalfPercent, 0).ShouldBe(2.1610755164052137E-09);
        Bins.UpperEdge(Resolution.HalfPercent, -4700).ShouldBe(-32.58323021582986);
        Bins.UpperEdge(Resolution.Hundredths, 4711).ShouldBe(47.115);
    }

    [Fact]
    public void Values_beyond_the_bins_are_counted_and_said_to_be()
    {
        var counts = Of(Resolution.HalfPercent, -1e300, -1, 0, 1e-12, 1e300, double.PositiveInfinity, double.NaN);

        (counts.Total, counts.BelowRange, counts.AboveRange, counts.NearZero, counts.Missing).ShouldBe((6, 1, 2, 1, 1));
        (counts.AtRank(1), counts.AtRank(2), counts.AtRank(3), counts.AtRank(4), counts.AtRank(5)).ShouldBe((-1e300, -1, 0, 0, double.PositiveInfinity));
        Of(Resolution.Hundredths, -10_001, 10_000, 10_001).ShouldSatisfyAllConditions(c => c.BelowRange.ShouldBe(1), c => c.AboveRange.ShouldBe(1));
    }

    [Fact]
    public void Merged_parts_are_the_whole_in_any_order() => Property.ForAll(
        Gen.Choose(-50_000, 50_000).Select(static k => k * Math.Abs(k) / 1e8).ListOf(),
        static values =>
        {
            foreach (var resolution in (Resolution[])[Resolution.Hundredths, Resolution.HalfPercent])
            {
                var whole = Of(resolution, [.. values]);
                var one = Of(resolution, [.. values.Where((_, k) => k % 3 == 0)]);
                var other = Of(resolution, [.. values.Where((_, k) => k % 3 != 0)]);
                var backwards = Of(resolution);
                backwards.Merge(other);
                backwards.Merge(one);
                one.Merge(other);
                Listed(one).ShouldBe(Listed(whole));
                Listed(backwards).ShouldBe(Listed(whole));
            }
        });

    [Fact]
    public void Cleared_counts_start_again()
    {
        var counts = Of(Resolution.Hundredths, 1, 2, double.NaN);
        counts.Clear();
        counts.Add(5);

        (counts.Total, counts.Missing, counts.AtRank(1), counts.Least, counts.Greatest).ShouldBe((1, 0, 5, 5, 5));
    }

    [Fact]
    public void Counts_in_other_bins_do_not_add() =>
        Should.Throw<ArgumentException>(() => Of(Resolution.Hundredths).Merge(Of(Resolution.HalfPercent)));

    internal static Counts Of(Resolution resolution, params ReadOnlySpan<double> values)
    {
        var counts = new Counts(resolution);
        foreach (var value in values) counts.Add(value);
        return counts;
    }

    private static string Listed(Counts counts)
    {
        var listed = new StringBuilder($"{counts.Total} {counts.BelowRange} {counts.AboveRange} {counts.NearZero} {counts.Least} {counts.Greatest}");
        for (var k = 0; k < counts.Window.Length; k++)
            if (counts.Window[k] != 0) listed.Append($" {counts.First + k}:{counts.Window[k]}");
        return listed.ToString();
    }
}
