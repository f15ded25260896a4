using BidCompetitionSim.Model.Finance;

namespace BidCompetitionSim.Model.Tests.Finance;

public sealed class DebtServiceCoverTests
{
    [Fact]
    public void Cover_is_judged_from_the_first_full_year_after_contracted_completion() =>
        DebtServiceCover.Of([0, 0, 0, 1, 3], [0, 1, 1, 1, 1], 10, contractedBuildYears: 3.2).Minimum.ShouldBe(3);

    [Fact]
    public void An_opening_later_than_contracted_leaves_service_uncovered() =>
        DebtServiceCover.Of([0, 0, 0, 0, 3], [0, 1, 1, 1, 1], 10, contractedBuildYears: 3).Minimum.ShouldBe(0);

    [Fact]
    public void Without_service_cover_is_ten_and_says_so() =>
        DebtServiceCover.Of([1, 1, 1], [0, 1e-10, 0], 1, 0).ShouldBe(new DebtCover(10, false));

    [Theory]
    [InlineData(1000, 10)]
    [InlineData(-1000, -5)]
    public void Cover_is_held_between_minus_five_and_ten(double cashUsdBn, double expected) =>
        DebtServiceCover.Of([0, cashUsdBn], [0, 1], 1, 1).ShouldBe(new DebtCover(expected, true));

    [Fact]
    public void Years_side_by_side_have_the_least_cover_of_years_one_by_one()
    {
        var random = new Random(9);
        for (var k = 0; k < 5_000; k++)
        {
            double[] Some(double least) => [.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => random.Next(4) == 0 ? 0 : least + random.NextDouble())];
            var (cash, service, from) = (Some(-0.2), Some(0.1), 6 * random.NextDouble());
            var covers = Enumerable.Range(0, Math.Min(cash.Length, service.Length)).Where(year => year >= from && service[year] > 0).Select(year => cash[year] / service[year]).ToArray();
            DebtServiceCover.Of(cash, service, 1, from).ShouldBe(covers.Length == 0 ? new DebtCover(10, false) : new DebtCover(Math.Clamp(covers.Min(), -5, 10), true));
        }
    }
}
