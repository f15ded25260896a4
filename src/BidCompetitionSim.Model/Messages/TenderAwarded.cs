using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A tender ends with an award.</summary>
public sealed record TenderAwarded : IPublicMessage
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>Sponsors that bid.</summary>
    public required string[] Bidders { get; init; }

    /// <summary>The sponsor chosen.</summary>
    public required string Winner { get; init; }

    /// <summary>The technical standard to be built.</summary>
    public required string Standard { get; init; }

    /// <summary>Contracted years from financial close to completion.</summary>
    public required double ContractYears { get; init; }

    /// <summary>Whether the contracting state chose among bids that were all struck.</summary>
    public required bool Overridden { get; init; }

    /// <summary>The contracting state's utility of each bid; empty where results are secret.</summary>
    public required Score[] Utilities { get; init; }

    /// <summary>What multilateral windows lend, the harder tranche first; they publish what they sign, whatever the arrangement. Empty if none lends.</summary>
    public required Tranche[] Cofinancing { get; init; }

    /// <summary>Share of the price taken off because the sponsor gets a whole package, 0 to 0.5.</summary>
    public required double Discount { get; init; }

    /// <summary>The sponsor that shares in a joint bid by half; empty for none.</summary>
    public required string Partner { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(Bidders);
        digest.Write(Winner);
        digest.Write(Standard);
        digest.Write(ContractYears);
        digest.Write(Overridden);
        digest.Write(Utilities.Length);
        foreach (var item in Utilities) item.WriteTo(digest);
        foreach (var item in Cofinancing) item.WriteTo(digest);
        if (Discount != 0) digest.Write(Discount);
        if (Partner.Length > 0) digest.Write(Partner);
    }
}
