using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Asks a sponsor, when the run is over, what it had come to believe.</summary>
public sealed record DiscloseBeliefs : IRequest
{
    /// <summary>Days since the start of the run.</summary>
    public required int Day { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(Day);
    }
}
