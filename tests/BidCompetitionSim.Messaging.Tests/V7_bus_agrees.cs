using BidCompetitionSim.Messaging.Hosting;

namespace BidCompetitionSim.Messaging.Tests;

public sealed class V7_bus_agrees : IAsyncLifetime
{
    private BusCarrier carrier = null!;

    public static TheoryData<string> Arms => [.. Runs.Compiled.Scenario.Arms.Select(arm => arm.Id)];

    public async ValueTask InitializeAsync() => carrier = await Runs.Carrier();

    public ValueTask DisposeAsync() => carrier.DisposeAsync();

    [Theory, MemberData(nameof(Arms))]
    public async Task A_run_on_the_bus_says_what_a_run_by_method_calls_says(string arm)
    {
        for (var seed = 1UL; seed <= 10; seed++)
            (await carrier.RunAsync(arm, seed)).EventsDigest.ShouldBe(Runs.Direct(arm, seed), $"seed {seed}");
    }

    [Fact]
    public async Task Runs_that_share_a_bus_leave_each_other_alone()
    {
        var together = await Task.WhenAll(Enumerable.Range(1, 8).Select(seed => carrier.RunAsync("asean-led", (ulong)seed)));
        for (var n = 0; n < together.Length; n++) together[n].EventsDigest.ShouldBe(Runs.Direct("asean-led", (ulong)n + 1));
    }
}
