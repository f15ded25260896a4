using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>What is left of a finance window's envelope.</summary>
public readonly record struct WindowLeft
{
    /// <summary>Id of the window.</summary>
    public required string Window { get; init; }

    /// <summary>Left, USD bn.</summary>
    public required double EnvelopeUsdBn { get; init; }

    internal readonly void WriteTo(DigestWriter digest)
    {
        digest.Write(Window);
        digest.Write(EnvelopeUsdBn);
    }
}
