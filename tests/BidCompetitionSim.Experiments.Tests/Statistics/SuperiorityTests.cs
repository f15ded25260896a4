using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Statistics;
using FsCheck.Fluent;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class SuperiorityTests
{
    [Fact]
    public void Counts_give_what_comparing_every_value_with_every_other_gives() => Property.ForAll(
        Gen.Choose(-40, 40).Select(static k => k / 4.0).NonEmptyListOf().Two(),
        static both =>
        {
            var (one, other) = both;
            var won = one.Sum(a => other.Sum(b => a > b ? 1 : a == b ? 0.5 : 0));
            Of(one).Over(Of(other))!.Value.ShouldBe(won / one.Count / other.Count, 1e-12);
        });

    [Fact]
    public void Values_beyond_the_bins_count_too()
    {
        var low = CountsTests.Of(Resolution.Hundredths, [-1e9, 1]);
        var high = CountsTests.Of(Resolution.Hundredths, [1, 1e9]);

        high.Over(low).ShouldBe(3.5 / 4);
        low.Over(high).ShouldBe(0.5 / 4);
    }

    [Fact]
    public void A_distribution_is_even_with_itself() => Of([1, 2, 2, 7]).Over(Of([7, 2, 1, 2])).ShouldBe(0.5);

    [Fact]
    public void Nothing_is_superior_to_nothing() => Of([]).Over(Of([1])).ShouldBeNull();

    [Fact]
    public void Counts_in_other_bins_cannot_be_compared() =>
        Should.Throw<ArgumentException>(() => Of([1]).Over(new Counts(Resolution.HalfPercent)));

    private static Counts Of(IEnumerable<double> values) => CountsTests.Of(Resolution.Hundredths, [.. values]);
}
