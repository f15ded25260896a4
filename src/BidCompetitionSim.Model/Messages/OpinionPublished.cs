using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>The Secretariat publishes its opinion.</summary>
public sealed record OpinionPublished : IPublicMessage
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>The regional score of each bid, in order of sponsor.</summary>
    public required Score[] Scores { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(Scores.Length);
        foreach (var item in Scores) item.WriteTo(digest);
    }
}
