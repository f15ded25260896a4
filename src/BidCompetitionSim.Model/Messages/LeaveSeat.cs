using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>The run is over for an agent: it forgets it.</summary>
public sealed record LeaveSeat : IMessage
{
    /// <summary>Name of the agent.</summary>
    public required string Agent { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(Agent);
    }
}
