using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>One part of a loan.</summary>
public readonly record struct Tranche
{
    /// <summary>Id of the finance window; empty if there is no such part.</summary>
    public required string Window { get; init; }

    /// <summary>Face, USD bn, at least 0.</summary>
    public required double FaceUsdBn { get; init; }

    internal readonly void WriteTo(DigestWriter digest)
    {
        digest.Write(Window);
        digest.Write(FaceUsdBn);
    }
}
