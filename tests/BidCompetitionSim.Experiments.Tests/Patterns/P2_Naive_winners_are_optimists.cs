using System.Numerics;
using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>
/// The winner's curse: who wins is drawn from those that thought it cheap. Realised cost is the builder's true cost before overruns, known for losers
/// too; bid cost is what the bidder reckoned with.
/// </summary>
public class P2_Naive_winners_are_optimists
{
    private static readonly int Replications = Corridor.Replications(100);

    /// <summary>Means over the contested tenders of one run: ln(realised over bid cost), and bid cost over realised cost, which is 1 for an unbiased signal.</summary>
    private readonly record struct Curse(double Winners, double Bidders, double Shortfall);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Naive_winners_spend_more_than_they_reckoned_and_more_than_bidders_at_large(ulong seed)
    {
        var naive = Play(0, seed);

        new Statements("P2 curse, shade 0", seed)
            .Rises("ln realised over bid cost, winners less all bidders", Selection(naive))
            .Rises("share of realised cost that winners did not reckon with", Shortfall(naive))
            .ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Aware_winners_spend_no_more_than_they_reckoned(ulong seed)
    {
        var aware = Play(1, seed);

        new Statements("P2 curse off: shade 1", seed)
            .IsGone("share of realised cost that winners did not reckon with", Shortfall(aware), Alternative.Greater)
            .Reports("ln realised over bid cost, winners less all bidders", Selection(aware))
            .Reports("the same, aware less naive", Estimate.OfDifference(Gap(aware), Gap(Play(0, seed))));
    }

    private static Curse[] Play(double shade, ulong seed) =>
        Corridor.Skrl.WithSponsors(sponsor => sponsor with { Shade = shade }).Play("bilateral", seed, Replications, Measure);

    private static double[] Gap(Curse[] runs) => Array.ConvertAll(runs, run => run.Winners - run.Bidders);

    private static Estimate Selection(Curse[] runs) => Estimate.OfMean(Gap(runs));

    private static Estimate Shortfall(Curse[] runs) => Estimate.OfMean(Array.ConvertAll(runs, run => run.Shortfall));

    private static Curse Measure(Replication run)
    {
        var kernel = run.Kernel;
        var (winners, bidders, shortfalls) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var segment in kernel.Compiled.Segments)
        {
            var winner = kernel.Record.Winners[segment.Index];
            if (winner < 0 || kernel.Record.Attempts[segment.Index] > 1 || Bids.Count(kernel, segment.Index) < 2) continue;
            var all = 0.0;
            for (var left = kernel.Files.Received(segment.Index, 1); left != 0; left &= left - 1)
                all += LnRealisedOverBid(kernel, segment.Index, BitOperations.TrailingZeroCount(left));
            bidders.Add(all / Bids.Count(kernel, segment.Index));
            var own = LnRealisedOverBid(kernel, segment.Index, winner);
            winners.Add(own);
            shortfalls.Add(1 - Math.Exp(-own));
        }
        return new Curse(Bids.Mean(winners), Bids.Mean(bidders), Bids.Mean(shortfalls));
    }

    private static double LnRealisedOverBid(Kernel kernel, int segment, int sponsor)
    {
        var realised = kernel.Works.CostUsdBn(segment, kernel.Record.OpenedDays[segment], sponsor, complies: false);
        return Math.Log(realised / kernel.Files.Bids(segment, 1)[sponsor].BidCostUsdBn);
    }
}
