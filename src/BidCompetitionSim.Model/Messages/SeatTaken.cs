using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>An agent is ready for the run.</summary>
public sealed record SeatTaken : IMessage
{
    /// <summary>Name of the agent.</summary>
    public required string Agent { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(Agent);
    }
}
