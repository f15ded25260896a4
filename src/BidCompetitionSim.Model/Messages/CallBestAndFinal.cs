using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Asks a sponsor whose bid is below the Secretariat's floor for its best and final offer.</summary>
public sealed record CallBestAndFinal : IRequest
{
    /// <summary>The tender, and the day of this.</summary>
    public required Tender Tender { get; init; }

    /// <summary>The Secretariat's score of the standing bid.</summary>
    public required double Score { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        Tender.WriteTo(digest);
        digest.Write(Score);
    }
}
