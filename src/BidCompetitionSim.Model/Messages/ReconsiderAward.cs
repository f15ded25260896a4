using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Asks the new government of the contracting state whether an award stands.</summary>
public sealed record ReconsiderAward : IRequest
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>Year of the run in which it asks itself.</summary>
    public required int Year { get; init; }

    /// <summary>Sponsors that bid.</summary>
    public required string[] Bidders { get; init; }

    /// <summary>The bids of the tender, in order of sponsor.</summary>
    public required Offer[] Offers { get; init; }

    /// <summary>The Secretariat's score of each of them, 0 where it has no say.</summary>
    public required Score[] Opinions { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(Year);
        digest.Write(Bidders);
        digest.Write(Offers.Length);
        foreach (var item in Offers) item.WriteTo(digest);
        digest.Write(Opinions.Length);
        foreach (var item in Opinions) item.WriteTo(digest);
    }
}
