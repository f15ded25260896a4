using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Published debt of one of several contracting states.</summary>
public readonly record struct HostDebt
{
    /// <summary>Id of the state.</summary>
    public required string State { get; init; }

    /// <summary>Published public debt over GDP.</summary>
    public required double DebtToGdp { get; init; }

    internal readonly void WriteTo(DigestWriter digest)
    {
        digest.Write(State);
        digest.Write(DebtToGdp);
    }
}
