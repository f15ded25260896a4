using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using BidCompetitionSim.Messaging.Wire;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using MassTransit;

namespace BidCompetitionSim.Messaging.Agents;

/// <summary>An agent's part in one run: it reads its mailbox in sequence, whatever the order of arrival, and answers what is asked.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to release, and disposing it would race with Cancel.")]
internal sealed class Sitting(string agent, string run, Func<string, Compiled?> library, Hearing hear)
{
    private readonly Channel<Delivered> inbox = Channel.CreateUnbounded<Delivered>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource cancellation = new();
    private readonly Mailbox mailbox = new();
    private Seat? seat;

    /// <summary>The run.</summary>
    public string Run => run;

    /// <summary>Sequence of the last message heard.</summary>
    public long Heard { get; private set; }

    /// <summary>Takes a message in; it is heard when its turn comes.</summary>
    public void Take(in Delivered delivered) => inbox.Writer.TryWrite(delivered);

    /// <summary>Gives the run up.</summary>
    public void Cancel() => cancellation.Cancel();

    /// <summary>Sits through the run, until it is told to leave.</summary>
    public async Task Attend(ISendEndpoint host)
    {
        // Off the endpoint's thread: a slow answer here holds up nobody else.
        await Task.Yield();
        while (true)
        {
            var delivered = await inbox.Reader.ReadAsync(cancellation.Token);
            if (mailbox.TryRecall(delivered.Sequence, out var before)) await Answer(host, delivered.Sequence, before);
            mailbox.Add(delivered);
            while (mailbox.TryNext(out var next))
            {
                if (next.Message is LeaveSeat) return;
                await Hear(host, next);
            }
            if (mailbox.TryFindGap(out var from, out var until))
                await host.Send(new DeliveriesMissed { Run = run, Agent = agent, From = from, Until = until }, cancellation.Token);
        }
    }

    private async Task Hear(ISendEndpoint host, Delivered delivered)
    {
        Heard = delivered.Sequence;
        var answer = delivered.Message is TakeSeat taken ? Sit(taken) : await hear(Seated(delivered), delivered.Message, cancellation.Token);
        if (answer is null) return;
        mailbox.Remember(delivered.Sequence, answer);
        await Answer(host, delivered.Sequence, answer);
    }

    private SeatTaken Sit(TakeSeat taken)
    {
        var compiled = library(taken.ScenarioHash) ?? throw new ArgumentException($"does not hold the scenario with hash {taken.ScenarioHash}");
        seat = Seat.Take(compiled, taken);
        return new SeatTaken { Agent = agent };
    }

    private Seat Seated(in Delivered delivered)
    {
        if (seat is null) throw new InvalidOperationException("was never asked to take its seat");
        var own = Translation.WriteHex(seat.RecordFingerprint);
        return own == delivered.RecordDigest ? seat : throw new InvalidOperationException(
            $"holds another record ({own}) than the host ({delivered.RecordDigest}); message {delivered.Sequence} is the first to differ");
    }

    private Task Answer(ISendEndpoint host, long sequence, IMessage answer) =>
        WireType.Of(answer).Send(host, new Replied(run, sequence, agent, answer), cancellation.Token);
}
