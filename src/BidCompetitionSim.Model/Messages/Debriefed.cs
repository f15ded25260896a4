using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Tells a losing bidder, where results are secret, how much better than expected its rival's offer looked.</summary>
public sealed record Debriefed : IMessage
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>The sponsor that won.</summary>
    public required string Rival { get; init; }

    /// <summary>Utility of the winning offer less that of the rival's public reference offer, with an error.</summary>
    public required double UtilityGap { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(Rival);
        digest.Write(UtilityGap);
    }
}
