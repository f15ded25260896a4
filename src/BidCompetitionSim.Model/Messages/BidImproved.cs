using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A sponsor makes a best and final offer.</summary>
public sealed record BidImproved : IMessage
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>The improved bid.</summary>
    public required Offer Offer { get; init; }

    /// <summary>What the bidder expects of it.</summary>
    public required Reckoning Reckoning { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        Offer.WriteTo(digest);
        Reckoning.WriteTo(digest);
    }
}
