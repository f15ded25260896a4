using System.Collections.Concurrent;
using System.Threading.Channels;
using BidCompetitionSim.Messaging.Wire;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using MassTransit;

namespace BidCompetitionSim.Messaging.Hosting;

/// <summary>The host's endpoint: sorts what agents send by run. What comes for a run that is over is dropped.</summary>
internal sealed class HostInbox
{
    private readonly ConcurrentDictionary<string, ChannelWriter<HostMail>> runs = new();

    /// <summary>Opens a run's inbox.</summary>
    public ChannelReader<HostMail> Open(string run)
    {
        var channel = Channel.CreateUnbounded<HostMail>(new UnboundedChannelOptions { SingleReader = true });
        runs[run] = channel.Writer;
        return channel.Reader;
    }

    /// <summary>Closes it.</summary>
    public void Close(string run) => runs.TryRemove(run, out _);

    /// <summary>Connects to the endpoint.</summary>
    public void Listen(IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConfigureConsumeTopology = false;
        foreach (var type in WireType.ToHost)
            type.OnReply(endpoint, reply => Pass(reply.Run, new HostMail(reply.Agent, reply.InReplyTo, 0, reply.Message, null)));
        endpoint.Handler<DeliveriesMissed>(context =>
            Pass(context.Message.Run, new HostMail(context.Message.Agent, context.Message.From, context.Message.Until, null, null)));
        endpoint.Handler<SeatFailed>(context =>
            Pass(context.Message.Run, new HostMail(context.Message.Agent, context.Message.Sequence, 0, null, context.Message.Reason)));
    }

    private Task Pass(string run, HostMail mail)
    {
        if (runs.TryGetValue(run, out var inbox)) inbox.TryWrite(mail);
        return Task.CompletedTask;
    }
}

/// <summary>Something that an agent sent to the host: an answer, a reason why it failed, or else a request for what it missed.</summary>
internal readonly record struct HostMail(string Agent, long Sequence, long Until, IMessage? Answer, string? Failure)
{
    /// <summary>Hands it to the chair.</summary>
    /// <returns>Whether it brought the run on.</returns>
    public bool Reach(Chair chair)
    {
        if (Failure is not null) throw new AgentFailedException(Agent, Failure);
        if (Answer is not null) return chair.Take(Agent, Sequence, Answer);
        chair.Resend(Agent, Sequence, Until);
        return true;
    }
}
