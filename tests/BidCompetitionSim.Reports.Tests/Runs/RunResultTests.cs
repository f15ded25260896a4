using System.Numerics;
using BidCompetitionSim.Reports.Runs;

namespace BidCompetitionSim.Reports.Tests.Runs;

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
    public void A_document_reads_back_to_the_same_bytes()
    {
        var json = RunJson.Write(Led.Result);

        RunJson.Write(RunJson.Read(json)).ShouldBe(json);
    }

    [Fact]
    public void The_same_run_gives_the_same_document_and_another_seed_another()
    {
        RunJson.Write(Played.Run("jakarta-bandung", "asean-led", 3).Result).ShouldBe(RunJson.Write(Led.Result));
        Played.Run("jakarta-bandung", "asean-led", 4).Result.Digest.ShouldNotBe(Led.Result.Digest);
    }

    [Fact]
    public void Debt_follows_the_kernels_own_sums()
    {
        var played = Played.Run("skrl", "bilateral", 1);

        for (var i = 0; i < played.Result.States.Length; i++)
            played.Result.States[i].DebtToGdp[^1].ShouldBe(played.Kernel.Debt.RatioOf(i));
    }

    [Fact]
    public void The_committed_schema_is_the_one_that_the_records_give() =>
        Approved.Hold(RunSchema.Text(), "../../../docs/schemas/run.schema.json");

    [Fact]
    public void Every_member_of_the_schema_is_described()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(RunSchema.Text());
        var members = Members(schema.RootElement).ToArray();

        members.Length.ShouldBeGreaterThan(150);
        members.ShouldAllBe(member => member.Described, "missing: " + string.Join(", ", members.Where(member => !member.Described).Select(member => member.Name)));
    }

    private static IEnumerable<(string Name, bool Described)> Members(System.Text.Json.JsonElement schema)
    {
        if (schema.ValueKind != System.Text.Json.JsonValueKind.Object) yield break;
        foreach (var part in schema.EnumerateObject())
        {
            if (part.Name != "properties")
            {
                foreach (var inner in Members(part.Value)) yield return inner;
                continue;
            }
            foreach (var property in part.Value.EnumerateObject())
            {
                yield return (property.Name, property.Value.TryGetProperty("description", out _) || property.Value.TryGetProperty("$ref", out _));
                foreach (var inner in Members(property.Value)) yield return inner;
            }
        }
    }
}
