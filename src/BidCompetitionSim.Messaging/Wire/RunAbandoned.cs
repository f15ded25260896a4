namespace BidCompetitionSim.Messaging.Wire;

/// <summary>The host of a run has given it up: agents forget it.</summary>
public sealed record RunAbandoned
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }
}
