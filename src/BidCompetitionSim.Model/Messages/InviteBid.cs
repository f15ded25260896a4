using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Asks a sponsor for a bid.</summary>
public sealed record InviteBid : IRequest
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>The sponsor's own estimate of its cost, USD bn.</summary>
    public required double CostSignalUsdBn { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(CostSignalUsdBn);
    }
}
