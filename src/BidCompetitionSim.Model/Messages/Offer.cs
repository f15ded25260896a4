using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>What a sponsor offers to build, for how much, and on what terms.</summary>
public sealed record Offer
{
    /// <summary>Id of the sponsor.</summary>
    public required string Sponsor { get; init; }

    /// <summary>Id of the technical standard.</summary>
    public required string Standard { get; init; }

    /// <summary>Whether it complies with the regional specification.</summary>
    public required bool Complies { get; init; }

    /// <summary>Whether it asks for a sovereign guarantee.</summary>
    public required bool Guarantee { get; init; }

    /// <summary>Price, USD bn, above 0.</summary>
    public required double PriceUsdBn { get; init; }

    /// <summary>Concession, 0 to 1: from the sponsor's hardest windows to its softest.</summary>
    public required double Concession { get; init; }

    /// <summary>The part of the loan on harder terms.</summary>
    public required Tranche Harder { get; init; }

    /// <summary>The part of the loan on softer terms.</summary>
    public required Tranche Softer { get; init; }

    /// <summary>Contracted years from financial close to completion.</summary>
    public required double CompletionYears { get; init; }

    /// <summary>Quality, 0 to 1.</summary>
    public required double Quality { get; init; }

    /// <summary>Local content, share of the price.</summary>
    public required double LocalContent { get; init; }

    /// <summary>The sponsor that shares in a joint bid by half; empty for none.</summary>
    public required string Partner { get; init; }

    internal void WriteTo(DigestWriter digest)
    {
        digest.Write(Sponsor);
        digest.Write(Standard);
        digest.Write(Complies);
        digest.Write(Guarantee);
        digest.Write(PriceUsdBn);
        digest.Write(Concession);
        Harder.WriteTo(digest);
        Softer.WriteTo(digest);
        digest.Write(CompletionYears);
        digest.Write(Quality);
        digest.Write(LocalContent);
        if (Partner.Length > 0) digest.Write(Partner);
    }
}
