using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>
/// Asks an agent, when all is said, whether it heard it all. Its record is compared before it answers, as before every message, so that one that
/// differs is heard of though nobody had anything else to ask the agent.
/// </summary>
public sealed record ConfirmRecord : IRequest
{
    /// <summary>Days since the start of the run.</summary>
    public required int Day { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(Day);
    }
}
