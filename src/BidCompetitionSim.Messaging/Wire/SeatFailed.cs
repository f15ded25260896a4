namespace BidCompetitionSim.Messaging.Wire;

/// <summary>An agent cannot go on with a run.</summary>
public sealed record SeatFailed
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The agent, by name.</summary>
    public required string Agent { get; init; }

    /// <summary>Sequence of the message that it failed on.</summary>
    public required long Sequence { get; init; }

    /// <summary>What went wrong.</summary>
    public required string Reason { get; init; }
}
