using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Seats an agent in a run.</summary>
public sealed record TakeSeat : IRequest
{
    /// <summary>Name of the agent.</summary>
    public required string Agent { get; init; }

    /// <summary>Key of the agent's own draws, 16 hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>Number of the replication.</summary>
    public required long Replication { get; init; }

    /// <summary>Hash of the scenario that the agent must hold.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>The arrangement.</summary>
    public required ArmTerms Arm { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(Agent);
        digest.Write(Key);
        digest.Write(Replication);
        digest.Write(ScenarioHash);
        Arm.WriteTo(digest);
    }
}
