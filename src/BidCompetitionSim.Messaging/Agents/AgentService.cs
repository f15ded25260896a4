using BidCompetitionSim.Messaging.Wire;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace BidCompetitionSim.Messaging.Agents;

/// <summary>How an agent hears a message and answers it. By default its seat does; a person, a test or a foreign program may do so instead.</summary>
/// <returns>The answer; null if the message asks for none.</returns>
public delegate ValueTask<IMessage?> Hearing(Seat seat, IMessage message, CancellationToken cancellation);

/// <summary>
/// One agent as a service of its own: for every run that it takes part in, a seat and a mailbox, dropped when the run ends. Its endpoint
/// consumes one message at a time.
/// </summary>
/// <param name="name">The agent, by <see cref="AgentName"/>.</param>
/// <param name="library">The scenario of a hash, null if the service does not hold it.</param>
/// <param name="hearing">Who answers; null for the seat itself.</param>
/// <param name="log">Where it says what goes wrong.</param>
internal sealed class AgentService(string name, Func<string, Compiled?> library, Hearing? hearing, ILogger log)
{
    private static readonly Uri Host = Address.Of(AgentName.Host);

    private readonly Hearing hear = hearing ?? ((seat, message, _) => ValueTask.FromResult(seat.Hear(message)));
    private readonly Dictionary<string, Mailbox> mailboxes = [];
    private readonly HashSet<string> ended = [];

    /// <summary>Runs that it sits in.</summary>
    public int Seats => mailboxes.Count;

    /// <summary>Connects the service to its endpoint.</summary>
    public void Listen(IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.ConcurrentMessageLimit = 1;
        foreach (var type in WireType.ToAgent(name)) type.OnDelivery(endpoint, Take);
        endpoint.Handler<RunAbandoned>(context =>
        {
            End(context.Message.Run);
            return Task.CompletedTask;
        });
    }

    private async Task Take(ConsumeContext context, Delivered delivered)
    {
        if (ended.Contains(delivered.Run)) return;
        if (!mailboxes.TryGetValue(delivered.Run, out var mailbox)) mailboxes.Add(delivered.Run, mailbox = new Mailbox());
        var host = await context.GetSendEndpoint(Host);
        if (mailbox.TryRecall(delivered.Sequence, out var before)) await Answer(host, delivered, before, context.CancellationToken);
        mailbox.Add(delivered);
        while (mailbox.TryNext(out var next) && await Hear(host, mailbox, next, context.CancellationToken)) { }
        if (mailbox.TryFindGap(out var missing))
            await host.Send(new DeliveriesMissed { Run = delivered.Run, Agent = name, From = missing }, context.CancellationToken);
    }

    // Whatever an agent throws ends its part in the run, and the host must hear of it.
    private async Task<bool> Hear(ISendEndpoint host, Mailbox mailbox, Delivered delivered, CancellationToken cancellation)
    {
        try
        {
            var answer = delivered.Message switch
            {
                TakeSeat taken => Sit(mailbox, taken),
                LeaveSeat => null,
                var message => await hear(Seated(mailbox, delivered), message, cancellation),
            };
            if (answer is not null)
            {
                mailbox.Remember(delivered.Sequence, answer);
                await Answer(host, delivered, answer, cancellation);
            }
            if (delivered.Message is LeaveSeat) End(delivered.Run);
            return delivered.Message is not LeaveSeat;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "{Agent} failed on message {Sequence}, {Message}", name, delivered.Sequence, delivered.Message.GetType().Name);
            End(delivered.Run);
            var reason = $"failed on message {delivered.Sequence}, {delivered.Message.GetType().Name}: {error.Message}";
            await host.Send(new SeatFailed { Run = delivered.Run, Agent = name, Sequence = delivered.Sequence, Reason = reason }, cancellation);
            return false;
        }
    }

    private SeatTaken Sit(Mailbox mailbox, TakeSeat taken)
    {
        var compiled = library(taken.ScenarioHash)
            ?? throw new ArgumentException($"it does not hold the scenario with hash {taken.ScenarioHash}.");
        mailbox.Seat = Seat.Take(compiled, taken);
        return new SeatTaken { Agent = name };
    }

    private static Seat Seated(Mailbox mailbox, in Delivered delivered)
    {
        var seat = mailbox.Seat ?? throw new InvalidOperationException("it was never asked to take its seat.");
        var own = Translation.WriteHex(seat.RecordFingerprint);
        if (own != delivered.RecordDigest)
            throw new InvalidOperationException($"its record ({own}) differs from the host's ({delivered.RecordDigest}) before message {delivered.Sequence}.");
        return seat;
    }

    private Task Answer(ISendEndpoint host, in Delivered delivered, IMessage answer, CancellationToken cancellation) =>
        WireType.Of(answer).Send(host, new Replied(delivered.Run, delivered.Sequence, name, answer), cancellation);

    private void End(string run)
    {
        mailboxes.Remove(run);
        ended.Add(run);
    }
}
