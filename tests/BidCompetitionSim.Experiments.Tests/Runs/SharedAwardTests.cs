using System.Text.Json;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Runs;

/// <summary>What a run's document says of joint bids and of segments let together, and does not say where there are none.</summary>
public class SharedAwardTests
{
    private static readonly Played Joint = Played.Run("third-country-2018", "consortium", 1);

    private static readonly Played Together = Played.Run("skrl", "bundled", 1);

    [Fact]
    public void Offers_and_awards_name_the_partner_that_the_record_has()
    {
        var (run, record) = (Joint.Result, Joint.Kernel.Record);
        var sponsors = Joint.Kernel.Compiled.Scenario.Sponsors;

        run.Arrangement.JointBids.ShouldBe(true);
        run.Segments.ShouldContain(segment => segment.Partner != null);
        for (var s = 0; s < run.Segments.Length; s++)
        {
            var segment = run.Segments[s];
            segment.Partner.ShouldBe(record.Partners[s] < 0 ? null : sponsors[record.Partners[s]].Id);
            if (segment.Winner is { } winner) segment.Offers.Single(offer => offer.Sponsor == winner).Partner.ShouldBe(segment.Partner);
        }
    }

    [Fact]
    public void A_joint_bid_stands_in_place_of_both() => Assert.All(
        Joint.Result.Segments.SelectMany(segment => segment.Offers.Where(offer => offer.Partner is not null).Select(offer => (segment, offer))),
        static one => one.segment.Offers.ShouldNotContain(other => other.Sponsor == one.offer.Partner));

    [Fact]
    public void A_host_that_the_joint_choice_overruled_is_known_by_what_it_chose_itself()
    {
        var overruled = Together.Result.Segments.SelectMany(static segment => segment.Tenders).Where(static tender => tender.OwnChoice is not null).ToArray();

        Together.Result.Arrangement.Letting.ShouldBe("package");
        overruled.ShouldNotBeEmpty();
        overruled.ShouldAllBe(static tender => tender.OwnChoice != (tender.Winner ?? ""));
    }

    [Fact]
    public void A_contract_says_what_a_whole_package_took_off_its_price()
    {
        var packed = Some.Scenario() with { Packages = [new Package { Id = "east", Lots = ["basin-coral", "bravo-basin"], Discount = 0.3 }] };

        var less = Enumerable.Range(1, 20).SelectMany(seed => Played.Run(packed, "bundled", (ulong)seed).Result.Segments)
            .Where(static segment => segment.Contract?.Discount is not null).ToArray();

        less.ShouldNotBeEmpty();
        foreach (var segment in less)
            segment.Contract!.Price.ShouldBe((1 - segment.Contract.Discount!.Value) * segment.Offers.Single(offer => offer.Sponsor == segment.Winner).Price, 1e-9);
    }

    [Theory]
    [InlineData("bilateral")]
    [InlineData("asean-led")]
    public void Where_each_is_let_by_itself_to_one_bidder_nothing_is_said_of_either(string arm)
    {
        var document = JsonSerializer.Serialize(Played.Run("skrl", arm, 1).Result);

        foreach (var name in new[] { nameof(OfferResult.Partner), nameof(AttemptResult.OwnChoice), nameof(ArrangementResult.Letting), nameof(ArrangementResult.JointBids) })
            document.ShouldNotContain($"\"{name}\"");
    }
}
