using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using MassTransit;

namespace BidCompetitionSim.Messaging.Wire;

/// <summary>What came for an agent.</summary>
internal readonly record struct Delivered(string Run, long Sequence, string RecordDigest, IMessage Message);

/// <summary>What came for the host of a run.</summary>
internal readonly record struct Replied(string Run, long InReplyTo, string Agent, IMessage Message);

/// <summary>How one type of message travels: the bridge from a message in hand to a typed message on the bus, and back.</summary>
internal abstract class WireType
{
    private static readonly WireType[] Announcements =
    [
        new WireType<TenderOpened>(), new WireType<OpinionPublished>(), new WireType<BidsStruck>(), new WireType<TenderAwarded>(),
        new WireType<AttemptFailed>(), new WireType<ProjectClosed>(), new WireType<SegmentCommissioned>(), new WireType<GovernmentChanged>(),
        new WireType<AwardUpheld>(), new WireType<ProjectCancelled>(), new WireType<LoanRenegotiated>(), new WireType<PolicyChanged>(),
        new WireType<YearTurned>(), new WireType<TakeSeat>(), new WireType<ConfirmRecord>(),
        new WireType<LeaveSeat>(),
    ];

    private static readonly WireType[] ToSponsor =
        [new WireType<InviteBid>(), new WireType<CallBestAndFinal>(), new WireType<BidJoined>(), new WireType<Debriefed>(), new WireType<DiscloseBeliefs>()];

    private static readonly WireType[] ToState = [new WireType<SeekConsent>(), new WireType<SeekChoice>(), new WireType<ReconsiderAward>()];

    private static readonly WireType[] ToSecretariat = [new WireType<SeekOpinion>()];

    /// <summary>What the host of a run may be answered.</summary>
    public static IReadOnlyList<WireType> ToHost { get; } =
    [
        new WireType<SeatTaken>(), new WireType<BidSubmitted>(), new WireType<BidDeclined>(), new WireType<OpinionGiven>(),
        new WireType<BidImproved>(), new WireType<BidKept>(), new WireType<ConsentGiven>(), new WireType<ChoiceMade>(), new WireType<BidsValued>(),
        new WireType<BeliefsDisclosed>(), new WireType<RecordConfirmed>(),
    ];

    private static readonly Dictionary<Type, WireType> ByType =
        Announcements.Concat(ToSponsor).Concat(ToState).Concat(ToSecretariat).Concat(ToHost).ToDictionary(type => type.MessageType);

    public abstract Type MessageType { get; }

    /// <summary>What an agent may be sent.</summary>
    public static IEnumerable<WireType> ToAgent(string agent) => Announcements.Concat(
        agent == AgentName.Secretariat ? ToSecretariat : agent.StartsWith(AgentName.Sponsor(""), StringComparison.Ordinal) ? ToSponsor : ToState);

    /// <summary>The type of a message.</summary>
    public static WireType Of(IMessage message) => ByType[message.GetType()];

    public abstract Task Send(ISendEndpoint endpoint, string run, in Outgoing letter, CancellationToken cancellation);

    public abstract Task Send(ISendEndpoint endpoint, in Replied reply, CancellationToken cancellation);

    public abstract void OnDelivery(IReceiveEndpointConfigurator endpoint, Func<Delivered, Task> handle);

    public abstract void OnReply(IReceiveEndpointConfigurator endpoint, Func<Replied, Task> handle);
}

internal sealed class WireType<T> : WireType where T : class, IMessage
{
    public override Type MessageType => typeof(T);

    public override Task Send(ISendEndpoint endpoint, string run, in Outgoing letter, CancellationToken cancellation) => endpoint.Send(
        new Delivery<T>
        {
            Run = run, Sequence = letter.Sequence, RecordDigest = Translation.WriteHex(letter.RecordFingerprint), Body = (T)letter.Message,
        },
        cancellation);

    public override Task Send(ISendEndpoint endpoint, in Replied reply, CancellationToken cancellation) => endpoint.Send(
        new Reply<T> { Run = reply.Run, InReplyTo = reply.InReplyTo, Agent = reply.Agent, Body = (T)reply.Message }, cancellation);

    public override void OnDelivery(IReceiveEndpointConfigurator endpoint, Func<Delivered, Task> handle) =>
        endpoint.Handler<Delivery<T>>(context => handle(
            new Delivered(context.Message.Run, context.Message.Sequence, context.Message.RecordDigest, context.Message.Body)));

    public override void OnReply(IReceiveEndpointConfigurator endpoint, Func<Replied, Task> handle) =>
        endpoint.Handler<Reply<T>>(context => handle(
            new Replied(context.Message.Run, context.Message.InReplyTo, context.Message.Agent, context.Message.Body)));
}
