using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A new government cancelled an award.</summary>
public sealed record ProjectCancelled : IPublicMessage
{
    /// <summary>Id of the segment.</summary>
    public required string Segment { get; init; }

    /// <summary>Days since the start of the run.</summary>
    public required int Day { get; init; }

    /// <summary>Id of the state that left, where several let the line; else empty.</summary>
    public required string State { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(Segment);
        digest.Write(Day);
        if (State.Length > 0) digest.Write(State);
    }
}
