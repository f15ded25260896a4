using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Asks a state along the corridor which bids it objects to.</summary>
public sealed record SeekConsent : IRequest
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>The bids still standing, in order of sponsor.</summary>
    public required Candidate[] Candidates { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(Candidates.Length);
        foreach (var item in Candidates) item.WriteTo(digest);
    }
}
