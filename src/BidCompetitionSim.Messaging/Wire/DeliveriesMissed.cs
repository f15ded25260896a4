namespace BidCompetitionSim.Messaging.Wire;

/// <summary>An agent saw a gap: it asks the host of a run for what it missed.</summary>
public sealed record DeliveriesMissed
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The agent, by name.</summary>
    public required string Agent { get; init; }

    /// <summary>Sequence of the first message missed.</summary>
    public required long From { get; init; }

    /// <summary>Sequence of the first message after it that is there.</summary>
    public required long Until { get; init; }
}
