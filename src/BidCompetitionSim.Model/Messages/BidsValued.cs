using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>One of several contracting states says what the bids are worth to it: what it likes less than nobody cannot win.</summary>
public sealed record BidsValued : IMessage
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>Id of the state.</summary>
    public required string State { get; init; }

    /// <summary>What each bid is worth to it, taste included, in order of sponsor.</summary>
    public required Score[] Values { get; init; }

    /// <summary>What awarding to nobody is worth to it, taste included.</summary>
    public required double NobodyValue { get; init; }

    /// <summary>Its taste for each of the bids, in order of sponsor.</summary>
    public required Score[] Tastes { get; init; }

    /// <summary>Its taste for awarding to nobody.</summary>
    public required double NobodyTaste { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(State);
        digest.Write(Values.Length);
        foreach (var item in Values) item.WriteTo(digest);
        digest.Write(NobodyValue);
        digest.Write(Tastes.Length);
        foreach (var item in Tastes) item.WriteTo(digest);
        digest.Write(NobodyTaste);
    }
}
