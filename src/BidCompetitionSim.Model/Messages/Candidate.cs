using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A bid as a state along the corridor is shown it: who would build, and to which standard.</summary>
public readonly record struct Candidate
{
    /// <summary>Id of the sponsor.</summary>
    public required string Sponsor { get; init; }

    /// <summary>Id of the technical standard.</summary>
    public required string Standard { get; init; }

    internal readonly void WriteTo(DigestWriter digest)
    {
        digest.Write(Sponsor);
        digest.Write(Standard);
    }
}
