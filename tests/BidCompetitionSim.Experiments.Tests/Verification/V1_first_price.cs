using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>
/// The whole tendering machinery against the closed forms of first-price procurement (Krishna 2010): a host that weighs price alone, whose
/// taste and whose wish to build nothing are negligible, two sponsors alike, no loans, no governments that change.
/// </summary>
public class V1_first_price
{
    private const int Replications = 2000;
    private const double Four = 4; // standard errors: one false alarm in 16,000

    [Theory]
    [InlineData(0.16, 1.090078125841, 0.909921874159)]
    [InlineData(0.10, 1.056371977797, 0.943628022203)]
    public void Two_sponsors_in_equilibrium_bring_the_expected_price_and_the_expected_cost_of_the_winner(double sigma, double price, double cost)
    {
        var scenario = Auction(SponsorBehaviourKind.Equilibrium, sigma, shade: 0);
        var (prices, costs) = (new Sample(), new Sample());
        foreach (var (kernel, segment) in Awards(scenario, "bilateral"))
        {
            prices.Add(kernel.Contracts[segment].PriceUsdBn / kernel.Compiled.Segments[segment].CostUsdBn);
            costs.Add(kernel.Contracts[segment].BidCostUsdBn / kernel.Compiled.Segments[segment].CostUsdBn);
            Cheapest(kernel, segment).ShouldBe(kernel.Record.Winners[segment]);
        }

        prices.Count.ShouldBe(Replications * 4);
        prices.Mean.ShouldBe(price, Four * prices.StandardError);
        costs.Mean.ShouldBe(cost, Four * costs.StandardError);
        prices.StandardError.ShouldBeLessThan(0.002); // the agreement says something
    }

    // e₂ = 1/√π is what the luckier of two estimates is ahead, and −σ²/2 makes estimates right on average.
    [Fact]
    public void The_naive_winner_is_the_optimist_and_pays_for_it()
    {
        const double sigma = 0.16;
        var (winners, all) = RealisedOverBidCost(Auction(SponsorBehaviourKind.BestResponse, sigma, shade: 0));

        all.Mean.ShouldBe(sigma * sigma / 2, Four * all.StandardError);
        winners.Mean.ShouldBe(sigma * sigma / 2 + sigma / Math.Sqrt(Math.PI), Four * winners.StandardError);
        winners.Mean.ShouldBeGreaterThan(all.Mean + Four * winners.StandardError);
    }

    [Fact]
    public void A_winner_aware_of_the_curse_gets_what_it_reckoned_with()
    {
        var (winners, all) = RealisedOverBidCost(Auction(SponsorBehaviourKind.BestResponse, 0.16, shade: 1));

        winners.Mean.ShouldBe(0, Four * winners.StandardError);
        all.Mean.ShouldBeLessThan(0); // who lost was too careful
    }

    [Fact]
    public void Fixed_offers_are_made_as_they_stand_and_the_cheaper_one_wins()
    {
        var scenario = Auction(SponsorBehaviourKind.Fixed, 0.1, shade: 0);
        string[] segments = ["alpha-amber", "amber-bravo", "basin-coral", "bravo-basin"];
        double[] china = [0.9, 1.1, 1.0, 0.95], japan = [1.0, 1.05, 0.8, 1.2];
        scenario = scenario with
        {
            Sponsors =
            [
                scenario.Sponsors[0] with { FixedOffers = [.. segments.Zip(china, Offer)] },
                scenario.Sponsors[1] with { FixedOffers = [.. segments.Zip(japan, Offer)] },
            ],
        };
        var run = Worlds.Run(new Compiled(scenario), Worlds.Bilateral(scenario), seed: 1, replication: 0);

        run.Kernel.Record.Winners.ShouldBe([0, 1, 1, 0]);
        run.Outcome.MeanPriceOverReference!.Value.ShouldBe((0.9 + 1.05 + 0.8 + 0.95) / 4, 1e-12);
    }

    private static FixedOffer Offer(string segment, double price) => new()
    {
        Segment = segment, Attempt = 1, PriceOverReference = price, Concession = 0, Guarantee = false, Complies = false,
    };

    /// <summary>ln of true cost over bid cost, of winners and of all bids.</summary>
    private static (Sample Winners, Sample All) RealisedOverBidCost(Scenario scenario)
    {
        var (winners, all) = (new Sample(), new Sample());
        foreach (var (kernel, segment) in Awards(scenario, "bilateral-open"))
            for (var k = 0; k < kernel.Compiled.Sponsors; k++)
            {
                var bid = kernel.Files.Bids(segment, 1)[k];
                var ratio = Math.Log(kernel.Works.CostUsdBn(segment, kernel.Record.OpenedDays[segment], k, bid.Complies) / bid.BidCostUsdBn);
                all.Add(ratio);
                if (k == kernel.Record.Winners[segment]) winners.Add(ratio);
            }
        winners.Count.ShouldBe(Replications * 4);
        all.Count.ShouldBe(Replications * 8);
        return (winners, all);
    }

    private static IEnumerable<(Kernel Kernel, int Segment)> Awards(Scenario scenario, string arm)
    {
        var run = new Replication(new Compiled(scenario), Arrangements.Named(arm, scenario.Secretariat)!);
        for (var replication = 0U; replication < Replications; replication++)
        {
            run.Run(seed: 1, replication);
            for (var s = 0; s < scenario.Segments.Length; s++)
                if (run.Kernel.Record.Winners[s] >= 0) yield return (run.Kernel, s);
        }
    }

    private static int Cheapest(Kernel kernel, int segment)
    {
        var bids = kernel.Files.Bids(segment, 1);
        return bids[0].PriceUsdBn < bids[1].PriceUsdBn ? 0 : 1;
    }

    private static Scenario Auction(SponsorBehaviourKind behaviour, double sigma, double shade)
    {
        var some = Some.Scenario();
        var weights = new EvaluationWeights
        {
            Price = 1, Concession = 0, Guarantee = 0, Time = 0, Quality = 0, LocalContent = 0, Tie = 0, Concentration = 0, Rent = 0, Compatibility = 0,
            TasteScale = 1e-9, Nobody = -1000,
        };
        return some with
        {
            States = [.. some.States.Select(state => state with { Weights = weights, TurnoverPerYear = 0 })],
            Sponsors = [.. some.Sponsors.Select(sponsor => sponsor with
            {
                Behaviour = behaviour, Shade = shade, ParticipationBase = 1, ParticipationHome = 1, MarginHard = 0.1, MarginSoft = 0.1,
                Values = new StrategicValues { Influence = 0, Home = 0, Standard = 0, Capacity = 0 },
                Capabilities = [sponsor.Capabilities[0] with { CostMultiplier = 1, SignalSd = sigma }],
            })],
            Windows = [],
            // The closed form is of private costs: in equilibrium there is no common level to be wrong about.
            Bidding = some.Bidding with { BidCostShare = 0, CostLevelSd = behaviour == SponsorBehaviourKind.BestResponse ? 0.15 : 0 },
        };
    }
}
