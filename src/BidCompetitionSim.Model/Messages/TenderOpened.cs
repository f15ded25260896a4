using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A tender opens.</summary>
public sealed record TenderOpened : IPublicMessage
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>Published public debt over GDP of the contracting state.</summary>
    public required double DebtToGdp { get; init; }

    /// <summary>Finance windows that have room.</summary>
    public required string[] OpenWindows { get; init; }

    /// <summary>Sponsors in the market; empty where names are not public.</summary>
    public required string[] Interested { get; init; }

    /// <summary>The debt of every contracting state, in order of id, where there are several; else empty.</summary>
    public required HostDebt[] HostDebts { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(DebtToGdp);
        digest.Write(OpenWindows);
        digest.Write(Interested);
        foreach (var item in HostDebts) item.WriteTo(digest);
    }
}
