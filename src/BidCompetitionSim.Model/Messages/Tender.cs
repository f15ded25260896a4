using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A tender, and the day of what is said of it.</summary>
public readonly record struct Tender
{
    /// <summary>Id of the segment let.</summary>
    public required string Segment { get; init; }

    /// <summary>1, or 2 when it was opened again.</summary>
    public required int Attempt { get; init; }

    /// <summary>Days since the start of the run.</summary>
    public required int Day { get; init; }

    internal readonly void WriteTo(DigestWriter digest)
    {
        digest.Write(Segment);
        digest.Write(Attempt);
        digest.Write(Day);
    }
}
