using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// One agent's side of a run, without any input or output: its own copy of the record, folded from what it hears, and its own mind. It answers
/// by the same behaviours, over the same folds, as the direct carrier. Not safe for use by several threads at once.
/// </summary>
public abstract class Seat
{
    private readonly Announcer announcer;
    private readonly Arm arm;
    private readonly TenderView view;

    private protected Seat(Compiled compiled, TakeSeat taken)
    {
        Name = taken.Agent;
        Words = new Translation(compiled);
        Record = new Record(compiled);
        announcer = new Announcer(Record);
        arm = Translation.Read(taken.Arm);
        view = new TenderView(compiled);
        Draws = new Draws(Translation.ReadHex(taken.Key), checked((uint)taken.Replication));
    }

    /// <summary>The agent, by <see cref="AgentName"/>.</summary>
    public string Name { get; }

    /// <summary>Fingerprint of the record so far: that of the host before it says the next thing.</summary>
    public ulong RecordFingerprint => Record.Fingerprint();

    private protected Translation Words { get; }

    private protected Record Record { get; }

    private protected Draws Draws { get; }

    /// <summary>Seats the agent that a message names.</summary>
    /// <param name="compiled">The scenario, whose hash is the message's.</param>
    /// <param name="taken">The message.</param>
    /// <exception cref="ArgumentException">The scenario has no such agent.</exception>
    public static Seat Take(Compiled compiled, TakeSeat taken)
    {
        var slash = taken.Agent.IndexOf('/', StringComparison.Ordinal);
        var (kind, id) = (taken.Agent[..(slash + 1)], taken.Agent[(slash + 1)..]);
        return kind switch
        {
            "sponsor/" => new SponsorSeat(compiled, taken, id),
            "state/" => new StateSeat(compiled, taken, id),
            _ when taken.Agent == AgentName.Secretariat => new SecretariatSeat(compiled, taken),
            _ => throw new ArgumentException($"'{taken.Agent}' is no agent."),
        };
    }

    /// <summary>Hears a message: folds what is announced, answers what is asked.</summary>
    /// <returns>The answer; null if the message asks for none.</returns>
    public IMessage? Hear(IMessage message)
    {
        if (message is ConfirmRecord) return new RecordConfirmed { Agent = Name };
        if (message is not IPublicMessage announcement) return Respond(message);
        Words.Tell(announcement, announcer);
        return null;
    }

    private protected abstract IMessage? Respond(IMessage message);

    private protected void LearnBy(IAnnouncements mind) => announcer.Minds = mind;

    private protected TenderView ViewOf(in TenderKey tender)
    {
        view.Load(Record, arm, tender.Segment);
        return view;
    }

    private protected InvalidOperationException Unexpected(IMessage message) => new($"{Name} was sent {message.GetType().Name}, which is not for it.");
}
