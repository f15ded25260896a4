using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>An agent has heard all that was said, and its record is the host's.</summary>
public sealed record RecordConfirmed : IMessage
{
    /// <summary>Name of the agent.</summary>
    public required string Agent { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(Agent);
    }
}
