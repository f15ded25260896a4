using System.Numerics;
using System.Text.Json;
using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Experiments.Tests.Runs;

public class RunResultTests
{
    private static readonly Played Led = Played.Run("jakarta-bandung", "asean-led", 3);

    [Theory]
    [InlineData("skrl", "bilateral")]
    [InlineData("skrl", "asean-led")]
    [InlineData("jakarta-bandung", "advisory")]
    public void The_recorder_sees_every_offer_as_its_host_did(string scenario, string arm)
    {
        var played = Played.Run(scenario, arm, 2);
        var compared = 0;
        foreach (var (segment, index) in played.Result.Segments.Select((segment, index) => (segment, index)))
        {
            for (var attempt = 1; attempt <= segment.Attempts; attempt++)
            {
                var offers = attempt == segment.Attempts ? segment.Offers : segment.Tenders[attempt - 1].Offers;
                var files = played.Kernel.Files;
                offers.Length.ShouldBe(BitOperations.PopCount(files.Received(index, attempt)));
                foreach (var offer in offers)
                {
                    var sponsor = played.Kernel.Compiled.SponsorOf(offer.Sponsor);
                    offer.Utility.Total.ShouldBe(files.Utilities(index, attempt)[sponsor]);
                    offer.Price.ShouldBe(files.Bids(index, attempt)[sponsor].PriceUsdBn);
                    compared++;
                }
            }
        }
        compared.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_winner_decides_highest_of_all_that_could_be_chosen()
    {
        var judged = Led.Result.Segments.Where(segment => segment.Winner is not null && segment.Offers.Any(offer => offer.Utility.Decision is not null)).ToArray();

        judged.ShouldNotBeEmpty();
        foreach (var segment in judged)
            segment.Offers.Where(offer => offer.Utility.Decision is not null).MaxBy(offer => offer.Utility.Decision)!.Sponsor.ShouldBe(segment.Winner);
    }

    [Fact]
    public void The_same_run_gives_the_same_document_and_another_seed_another()
    {
        JsonSerializer.Serialize(Played.Run("jakarta-bandung", "asean-led", 3).Result).ShouldBe(JsonSerializer.Serialize(Led.Result));
        Played.Run("jakarta-bandung", "asean-led", 4).Result.Digest.ShouldNotBe(Led.Result.Digest);
    }

    [Theory]
    [InlineData("skrl", "bilateral", 1)]
    [InlineData("skrl", "asean-led", 5)]
    [InlineData("skrl", "spec-only", 2)]
    public void The_networks_history_ends_at_the_horizon_and_gives_the_physical_part_of_cohesion(string scenario, string arm, ulong seed)
    {
        var run = Played.Run(scenario, arm, seed).Result;
        var (horizon, history) = (run.Constants.HorizonDays, run.Network.History);

        history[0].Day.ShouldBe(0);
        history.ShouldAllBe(epoch => epoch.Day <= horizon);
        history[^1].Actual.ShouldBe(run.Pairs.Select(pair => pair.Actual));
        var days = history.Skip(1).Select(epoch => epoch.Day).Append(horizon).Zip(history, (end, epoch) => end - epoch.Day);
        var physical = history.Zip(days, (epoch, held) => Gain(run, epoch.Actual) * held).Sum() / horizon / Gain(run, [.. run.Pairs.Select(pair => pair.Ideal)]);
        physical.ShouldBe(run.CohesionPartsRaw.Physical!.Value, 1e-9);
    }

    private static double Gain(RunResult run, int[] costs) => run.Pairs.Zip(costs, (pair, cost) => pair.CrossBorder ? pair.Weight * ((double)pair.Before / cost - 1) : 0).Sum();

    [Fact]
    public void Debt_follows_the_kernels_own_sums()
    {
        var played = Played.Run("skrl", "bilateral", 1);

        for (var i = 0; i < played.Result.States.Length; i++)
            played.Result.States[i].DebtToGdp[^1].ShouldBe(played.Kernel.Debt.RatioOf(i));
    }
}
