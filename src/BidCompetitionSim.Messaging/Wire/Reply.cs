using BidCompetitionSim.Model.Messages;

namespace BidCompetitionSim.Messaging.Wire;

/// <summary>An agent's answer on its way to the host of a run.</summary>
public sealed record Reply<T> where T : class, IMessage
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>Sequence of the message answered.</summary>
    public required long InReplyTo { get; init; }

    /// <summary>The agent, by name.</summary>
    public required string Agent { get; init; }

    /// <summary>The answer.</summary>
    public required T Body { get; init; }
}
