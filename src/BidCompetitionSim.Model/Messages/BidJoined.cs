using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Tells a bidder of the joint bid that it has agreed on with a rival, in place of both their own.</summary>
public sealed record BidJoined : IMessage
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>The joint bid.</summary>
    public required Offer Offer { get; init; }

    /// <summary>What the two expect of it together.</summary>
    public required Reckoning Reckoning { get; init; }

    /// <summary>The bidder's share of what it is expected to bring, USD bn.</summary>
    public required double ShareUsdBn { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        Offer.WriteTo(digest);
        Reckoning.WriteTo(digest);
        digest.Write(ShareUsdBn);
    }
}
