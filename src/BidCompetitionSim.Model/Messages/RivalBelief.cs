using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A belief about a rival in a system: how far its offers beat its public reference offer, and how often it bids.</summary>
public readonly record struct RivalBelief
{
    /// <summary>Id of the system.</summary>
    public required string System { get; init; }

    /// <summary>Id of the rival.</summary>
    public required string Rival { get; init; }

    /// <summary>Mean of the gap, in units of utility.</summary>
    public required double Mean { get; init; }

    /// <summary>Variance of the gap.</summary>
    public required double Variance { get; init; }

    /// <summary>Probability that it bids.</summary>
    public required double Participation { get; init; }

    internal readonly void WriteTo(DigestWriter digest)
    {
        digest.Write(System);
        digest.Write(Rival);
        digest.Write(Mean);
        digest.Write(Variance);
        digest.Write(Participation);
    }
}
