using System.Text.Json.Serialization;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Bids are struck from the list.</summary>
public sealed record BidsStruck : IPublicMessage
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>Sponsors whose bids were struck.</summary>
    public required string[] Sponsors { get; init; }

    /// <summary>Why.</summary>
    [JsonConverter(typeof(KebabCaseNames<StrikeReason>))]
    public required StrikeReason Reason { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(Sponsors);
        digest.Write((int)Reason);
    }
}
