using BidCompetitionSim.Experiments.Learning;
using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Experiments.Tests.Learning;

public class RegretMatchingTests
{
    [Fact]
    public void In_matching_pennies_both_learn_to_toss_a_coin()
    {
        // The first wants both to show the same, which pays it 2 on heads and 1 on tails, and pays 1 else; the equilibrium is two fifths of heads for both.
        var (first, second) = (new RegretMatching(2), new RegretMatching(2));
        double early = 0;
        for (var round = 1; round <= 20_000; round++)
        {
            var (p, q) = (first.Strategy[0], second.Strategy[0]);
            first.Learn([2 * q - (1 - q), -q + (1 - q)]);
            second.Learn([-(2 * p - (1 - p)), -(-p + (1 - p))]);
            if (round == 100) early = Math.Max(first.AverageRegret, second.AverageRegret);
        }

        first.AverageStrategy()[0].ShouldBe(0.4, 0.02);
        second.AverageStrategy()[0].ShouldBe(0.4, 0.02);
        Math.Max(first.AverageRegret, second.AverageRegret).ShouldBeLessThan(early / 4);
        Math.Max(first.AverageRegret, second.AverageRegret).ShouldBeLessThan(0.01);
    }

    /// <summary>Costs evenly from 0 to 1 and two bidders: the equilibrium bid is (1 + c)/2 (docs/model.md §6, V1).</summary>
    [Fact]
    public void In_a_first_price_auction_bidders_learn_the_closed_form()
    {
        const int Costs = 10, Prices = 41;
        var bidders = new[] { Bidders(Costs, Prices), Bidders(Costs, Prices) };
        var payoffs = new double[Prices];
        for (var round = 0; round < 2_000; round++)
        {
            var winning = bidders.Select(bidder => ChancesAgainst(bidder, Prices)).ToArray();
            for (var who = 0; who < 2; who++)
                for (var c = 0; c < Costs; c++)
                {
                    for (var p = 0; p < Prices; p++) payoffs[p] = (PriceOf(p, Prices) - CostOf(c, Costs)) * winning[1 - who][p];
                    bidders[who][c].Learn(payoffs);
                }
        }

        for (var c = 0; c < Costs; c++)
        {
            var average = bidders[0][c].AverageStrategy();
            var price = Enumerable.Range(0, Prices).Sum(p => average[p] * PriceOf(p, Prices));
            price.ShouldBe(FirstPrice.Bid(new UniformCosts(0, 1), CostOf(c, Costs), 2), 0.05, $"cost {CostOf(c, Costs)}");
        }
        bidders.SelectMany(bidder => bidder).Max(one => one.AverageRegret).ShouldBeLessThan(0.01);
    }

    [Fact]
    public void Before_the_first_round_all_actions_are_alike() => new RegretMatching(4).AverageStrategy().ShouldAllBe(p => p == 0.25);

    [Fact]
    public void A_payoff_for_each_action_is_needed() => Should.Throw<ArgumentException>(() => new RegretMatching(3).Learn([1, 2]));

    private static RegretMatching[] Bidders(int costs, int prices) => [.. Enumerable.Range(0, costs).Select(_ => new RegretMatching(prices))];

    private static double CostOf(int c, int costs) => (c + 0.5) / costs;

    private static double PriceOf(int p, int prices) => (double)p / (prices - 1);

    // Of winning at each price against a rival that plays its strategies: at a lower price than its own, or half of the time at the same.
    private static double[] ChancesAgainst(RegretMatching[] rival, int prices)
    {
        var density = new double[prices];
        foreach (var one in rival)
            for (var p = 0; p < prices; p++) density[p] += one.Strategy[p] / rival.Length;
        var chances = new double[prices];
        var above = 0.0;
        for (var p = prices - 1; p >= 0; p--)
        {
            chances[p] = above + density[p] / 2;
            above += density[p];
        }
        return chances;
    }
}
