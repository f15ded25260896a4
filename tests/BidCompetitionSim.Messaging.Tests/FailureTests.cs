using BidCompetitionSim.Messaging.Agents;
using BidCompetitionSim.Messaging.Hosting;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Messaging.Tests;

public class FailureTests
{
    private static readonly Hearing Throws = (seat, message, _) =>
        message is SeekChoice ? throw new InvalidOperationException("the cabinet is in recess") : ValueTask.FromResult(seat.Hear(message));

    private static readonly Hearing Sleeps = async (seat, message, cancellation) =>
    {
        if (message is InviteBid) await Task.Delay(Timeout.Infinite, cancellation);
        return seat.Hear(message);
    };

    private static readonly Hearing Cheats = (seat, message, _) =>
    {
        var answer = seat.Hear(message);
        if (answer is BidSubmitted bid) answer = bid with { Offer = bid.Offer with { Sponsor = "japan" } };
        return ValueTask.FromResult(answer);
    };

    [Fact]
    public async Task A_service_that_throws_fails_the_run_and_is_named()
    {
        await using var carrier = await Runs.Carrier(With("state/AAA", Throws));
        var error = await Should.ThrowAsync<AgentFailedException>(() => carrier.RunAsync("bilateral", 1));
        error.Agent.ShouldBe("state/AAA");
        error.Message.ShouldContain("the cabinet is in recess");
    }

    [Fact]
    public async Task A_service_that_falls_silent_fails_the_run_and_is_named()
    {
        // Long enough for the others to answer for the first time on a busy machine.
        await using var carrier = await Runs.Carrier(With("sponsor/china", Sleeps) with { Patience = TimeSpan.FromSeconds(6) });
        var error = await Should.ThrowAsync<AgentFailedException>(() => carrier.RunAsync("bilateral", 1));
        error.Agent.ShouldBe("sponsor/china");
        error.Message.ShouldContain("6 s");
    }

    [Fact]
    public async Task An_agent_cannot_speak_for_another()
    {
        await using var carrier = await Runs.Carrier(With("sponsor/china", Cheats));
        var error = await Should.ThrowAsync<AgentFailedException>(() => carrier.RunAsync("bilateral", 1));
        error.Agent.ShouldBe("sponsor/china");
    }

    [Theory]
    [InlineData("asean-led"), InlineData("bilateral")] // under the second nobody asks the Secretariat anything before the end
    public async Task A_record_that_differs_is_an_error_that_names_the_first_message_to_differ(string arm)
    {
        Hearing misses = (seat, message, _) => ValueTask.FromResult(message is TenderOpened ? null : seat.Hear(message));
        await using var carrier = await Runs.Carrier(With("secretariat", misses));
        var error = await Should.ThrowAsync<AgentFailedException>(() => carrier.RunAsync(arm, 1));
        error.Agent.ShouldBe("secretariat");
        error.Message.ShouldContain("the first to differ");
    }

    [Fact]
    public async Task A_run_that_failed_leaves_nothing_behind_and_the_bus_usable()
    {
        var failing = true;
        Hearing once = (seat, message, cancellation) => failing ? Throws(seat, message, cancellation) : ValueTask.FromResult(seat.Hear(message));
        await using var carrier = await Runs.Carrier(With("state/AAA", once));
        await Should.ThrowAsync<AgentFailedException>(() => carrier.RunAsync("bilateral", 1));
        failing = false;
        (await carrier.RunAsync("bilateral", 1)).EventsDigest.ShouldBe(Runs.Direct("bilateral", 1));
        await carrier.DisposeAsync();
        carrier.Sittings.ShouldBe(0);
    }

    [Fact]
    public async Task A_run_can_be_given_up()
    {
        using var stop = new CancellationTokenSource();
        Hearing stops = (seat, message, _) =>
        {
            if (message is SeekChoice) stop.Cancel();
            return ValueTask.FromResult(seat.Hear(message));
        };
        await using var carrier = await Runs.Carrier(With("state/AAA", stops));
        await Should.ThrowAsync<OperationCanceledException>(() => carrier.RunAsync(Runs.Arm("bilateral"), 1, 0, null, stop.Token));
    }

    private static BusOptions With(string agent, Hearing hearing) => new() { HearingOf = name => name == agent ? hearing : null };
}
