using BidCompetitionSim.Model.Messages;

namespace BidCompetitionSim.Messaging.Wire;

/// <summary>A message on its way from the host of a run to one agent.</summary>
public sealed record Delivery<T> where T : class, IMessage
{
    /// <summary>The run: runs share a bus.</summary>
    public required string Run { get; init; }

    /// <summary>Place among all messages of the run to this agent, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>Fingerprint of the public record before this message, 16 hexadecimal digits.</summary>
    public required string RecordDigest { get; init; }

    /// <summary>The message.</summary>
    public required T Body { get; init; }
}
