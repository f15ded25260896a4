using System.Text.Json.Serialization;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A tender ends without an award.</summary>
public sealed record AttemptFailed : IPublicMessage
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>Sponsors that bid.</summary>
    public required string[] Bidders { get; init; }

    /// <summary>Why.</summary>
    [JsonConverter(typeof(KebabCaseNames<Failure>))]
    public required Failure Reason { get; init; }

    /// <summary>Whether the segment is never opened again.</summary>
    public required bool Final { get; init; }

    /// <summary>The contracting state's utility of each bid; empty where results are secret.</summary>
    public required Score[] Utilities { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(Bidders);
        digest.Write((int)Reason);
        digest.Write(Final);
        digest.Write(Utilities.Length);
        foreach (var item in Utilities) item.WriteTo(digest);
    }
}
