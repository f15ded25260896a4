using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A number given to one sponsor's bid.</summary>
public readonly record struct Score
{
    /// <summary>Id of the sponsor.</summary>
    public required string Sponsor { get; init; }

    /// <summary>The number, in units of utility.</summary>
    public required double Value { get; init; }

    internal readonly void WriteTo(DigestWriter digest)
    {
        digest.Write(Sponsor);
        digest.Write(Value);
    }
}
