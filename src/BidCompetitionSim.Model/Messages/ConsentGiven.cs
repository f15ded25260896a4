using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A state has said which bids it objects to.</summary>
public sealed record ConsentGiven : IMessage
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>Id of the state.</summary>
    public required string State { get; init; }

    /// <summary>Sponsors whose bids it objects to; empty if none.</summary>
    public required string[] Objections { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(State);
        digest.Write(Objections);
    }
}
