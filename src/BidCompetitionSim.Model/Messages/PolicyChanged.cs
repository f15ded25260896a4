using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A sponsor's policy changed.</summary>
public sealed record PolicyChanged : IPublicMessage
{
    /// <summary>Id of the sponsor.</summary>
    public required string Sponsor { get; init; }

    /// <summary>Days since the start of the run.</summary>
    public required int Day { get; init; }

    /// <summary>Finance window that receives money; empty for none.</summary>
    public required string Window { get; init; }

    /// <summary>Money added, USD bn.</summary>
    public required double EnvelopeUsdBn { get; init; }

    /// <summary>Change of its weight of fiscal cost.</summary>
    public required double FiscalWeightChange { get; init; }

    /// <summary>Whether all its windows may waive the guarantee from now on.</summary>
    public required bool OpensWaivers { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(Sponsor);
        digest.Write(Day);
        digest.Write(Window);
        digest.Write(EnvelopeUsdBn);
        digest.Write(FiscalWeightChange);
        digest.Write(OpensWaivers);
    }
}
