using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A year of the run ended.</summary>
public sealed record YearTurned : IPublicMessage
{
    /// <summary>Number of the year.</summary>
    public required int Year { get; init; }

    /// <summary>Days since the start of the run.</summary>
    public required int Day { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(Year);
        digest.Write(Day);
    }
}
