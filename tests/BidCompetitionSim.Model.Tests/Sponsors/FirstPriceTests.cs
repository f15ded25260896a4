using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Model.Tests.Sponsors;

public class FirstPriceTests
{
    private const double Tolerance = 1e-9;
    private static readonly UniformCosts Unit = new(0.0, 1.0);

    [Theory]
    [InlineData(2, 0.75, 0.6666666667)]
    [InlineData(3, 0.6666666667, 0.5)]
    [InlineData(4, 0.625, 0.4)]
    [InlineData(5, 0.6, 0.3333333333)]
    public void Uniform_costs_have_known_bids_and_prices(int bidders, double bidAtHalf, double price)
    {
        FirstPrice.Bid(Unit, 0.5, bidders).ShouldBe(bidAtHalf, Tolerance);
        FirstPrice.ExpectedPrice(Unit, bidders).ShouldBe(price, Tolerance);
    }

    [Fact]
    public void Costs_between_eight_and_twelve_tenths_scale_the_unit_case()
    {
        var costs = new UniformCosts(0.8, 1.2);
        FirstPrice.Bid(costs, 1.0, 2).ShouldBe(1.1, Tolerance);
        FirstPrice.ExpectedPrice(costs, 2).ShouldBe(1.0666666667, Tolerance);
    }

    // Garratt, ECON 177 (University of California, Santa Barbara), lecture 6: with values on [0, 100] everyone bids (n − 1)/n of the
    // value, which brings 100(n − 1)/(n + 1) on average. A cost is a value from the other end.
    [Theory]
    [InlineData(2, 0.37)]
    [InlineData(3, 0.9)]
    [InlineData(7, 0.05)]
    public void Procurement_is_the_mirror_image_of_the_auction_in_the_textbooks(int bidders, double value)
    {
        (1 - FirstPrice.Bid(Unit, 1 - value, bidders)).ShouldBe(value * (bidders - 1) / bidders, 1e-15);
        var costs = new UniformCosts(0.0, 100.0);
        (100 - FirstPrice.ExpectedPrice(costs, bidders)).ShouldBe(100.0 * (bidders - 1) / (bidders + 1), 1e-12);
    }

    // Xiong, ECON 401 (Rice University, 18 November 2011): two bidders with values on [0, 1] bid half of them and bring 1/3.
    [Fact]
    public void Two_bidders_bring_a_third_of_the_range()
    {
        (1 - FirstPrice.Bid(Unit, 1 - 0.6, 2)).ShouldBe(0.3, 1e-15);
        (1 - FirstPrice.ExpectedPrice(Unit, 2)).ShouldBe(1 / 3.0, 1e-15);
    }

    [Theory]
    [InlineData(0.16, 1.090078125841, 1.071475511994, 1.136210653061, 1.213993053420)]
    [InlineData(0.10, 1.056371977797, 1.027192870389, 1.083067767530, 1.160412407084)]
    public void Lognormal_costs_have_known_bids_and_prices(
        double sigma, double price, double bidAtNineTenths, double bidAtOne, double bidAtElevenTenths)
    {
        var costs = new LognormalCosts(1.0, sigma);
        FirstPrice.ExpectedPrice(costs).ShouldBe(price, Tolerance);
        FirstPrice.Bid(costs, 0.9).ShouldBe(bidAtNineTenths, Tolerance);
        FirstPrice.Bid(costs, 1.0).ShouldBe(bidAtOne, Tolerance);
        FirstPrice.Bid(costs, 1.1).ShouldBe(bidAtElevenTenths, Tolerance);
        FirstPrice.Bid(new LognormalCosts(3.0, sigma), 3.0).ShouldBe(3 * bidAtOne, Tolerance);
    }

    [Fact]
    public void Lognormal_bids_rise_with_cost_and_stay_above_it_far_into_both_tails()
    {
        var costs = new LognormalCosts(1.0, 0.1);
        var last = 0.0;
        for (var logCost = -8.0; logCost <= 8.0; logCost += 0.01)
        {
            var cost = Math.Exp(logCost);
            var bid = FirstPrice.Bid(costs, cost);
            bid.ShouldBeGreaterThan(cost);
            bid.ShouldBeGreaterThanOrEqualTo(last * (1 - 1e-14));
            last = bid;
        }
    }

    [Fact]
    public void Lognormal_equilibrium_price_is_the_simulated_mean_of_the_lower_bid()
    {
        var costs = new LognormalCosts(1.0, 0.16);
        var total = 0.0;
        const int Count = 100_000;
        for (uint replication = 0; replication < Count; replication++)
        {
            var draws = new Draws(11, replication);
            var lower = Math.Min(Cost(draws, 1), Cost(draws, 2));
            total += FirstPrice.Bid(costs, lower);
        }

        (total / Count).ShouldBe(1.090078125841, 0.0015);

        static double Cost(Draws draws, ulong bidder) =>
            Math.Exp(0.16 * draws.Normal(DrawPurpose.CostSignal, 0, bidder) - 0.16 * 0.16 / 2);
    }

    [Fact]
    public void A_cost_outside_the_range_is_bid_sensibly()
    {
        FirstPrice.Bid(Unit, -1.0, 2).ShouldBe(0.5);
        FirstPrice.Bid(Unit, 1.5, 2).ShouldBe(1.5);
        Should.Throw<ArgumentOutOfRangeException>(() => FirstPrice.Bid(Unit, 0.5, 1));
    }
}
