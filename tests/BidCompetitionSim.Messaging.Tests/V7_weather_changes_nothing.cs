using BidCompetitionSim.Messaging.Hosting;

namespace BidCompetitionSim.Messaging.Tests;

public sealed class V7_weather_changes_nothing : IAsyncLifetime
{
    private readonly AsyncLocal<Weather> weather = new();
    private BusCarrier carrier = null!;

    public async ValueTask InitializeAsync() => carrier = await Runs.Carrier(new BusOptions
    {
        RemindAfter = TimeSpan.FromMilliseconds(50), Disturb = letters => weather.Value!.Disturb(letters),
    });

    public ValueTask DisposeAsync() => carrier.DisposeAsync();

    [Theory]
    [InlineData("bilateral")]
    [InlineData("asean-led")]
    public async Task Lost_late_repeated_and_shuffled_messages_leave_the_digest_alone(string arm)
    {
        var direct = Runs.Direct(arm, 7);
        foreach (var seeds in Enumerable.Range(0, 100).Chunk(10))
            await Task.WhenAll(seeds.Select(seed => RunIn(new Weather(seed, storm: seed % 10 == 0), arm, direct)));
    }

    private async Task RunIn(Weather own, string arm, string direct)
    {
        weather.Value = own;
        (await carrier.RunAsync(arm, 7)).EventsDigest.ShouldBe(direct);
    }
}
