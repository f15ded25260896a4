using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Asks the Secretariat for its opinion on bids.</summary>
public sealed record SeekOpinion : IRequest
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>The bids received, in order of sponsor.</summary>
    public required Offer[] Offers { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(Offers.Length);
        foreach (var item in Offers) item.WriteTo(digest);
    }
}
