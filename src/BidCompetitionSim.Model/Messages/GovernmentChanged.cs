using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A government of another orientation came to power.</summary>
public sealed record GovernmentChanged : IPublicMessage
{
    /// <summary>Id of the state.</summary>
    public required string State { get; init; }

    /// <summary>Days since the start of the run.</summary>
    public required int Day { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(State);
        digest.Write(Day);
    }
}
