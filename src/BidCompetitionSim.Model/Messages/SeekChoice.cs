using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Asks the contracting state to choose.</summary>
public sealed record SeekChoice : IRequest
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>Sponsors that bid.</summary>
    public required string[] Bidders { get; init; }

    /// <summary>The bids it may choose among, in order of sponsor.</summary>
    public required Offer[] Offers { get; init; }

    /// <summary>The Secretariat's score of each of them, 0 where it has no say.</summary>
    public required Score[] Opinions { get; init; }

    /// <summary>Whether all of them were struck.</summary>
    public required bool Overriding { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(Bidders);
        digest.Write(Offers.Length);
        foreach (var item in Offers) item.WriteTo(digest);
        digest.Write(Opinions.Length);
        foreach (var item in Opinions) item.WriteTo(digest);
        digest.Write(Overriding);
    }
}
