using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>The contracting state has chosen.</summary>
public sealed record ChoiceMade : IMessage
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>Id of the state.</summary>
    public required string State { get; init; }

    /// <summary>The sponsor chosen; empty for nobody.</summary>
    public required string Winner { get; init; }

    /// <summary>The state's taste for each bid it chose among, in order of sponsor.</summary>
    public required Score[] Tastes { get; init; }

    /// <summary>Its taste for awarding to nobody.</summary>
    public required double NobodyTaste { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(State);
        digest.Write(Winner);
        digest.Write(Tastes.Length);
        foreach (var item in Tastes) item.WriteTo(digest);
        digest.Write(NobodyTaste);
    }
}
