using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A new government reopened an award and let it stand.</summary>
public sealed record AwardUpheld : IPublicMessage
{
    /// <summary>Id of the segment.</summary>
    public required string Segment { get; init; }

    /// <summary>Days since the start of the run.</summary>
    public required int Day { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(Segment);
        digest.Write(Day);
    }
}
