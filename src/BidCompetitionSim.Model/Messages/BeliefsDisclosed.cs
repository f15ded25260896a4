using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>What a sponsor had come to believe by the end of a run.</summary>
public sealed record BeliefsDisclosed : IMessage
{
    /// <summary>Id of the sponsor.</summary>
    public required string Sponsor { get; init; }

    /// <summary>Days since the start of the run.</summary>
    public required int Day { get; init; }

    /// <summary>Pressure of tenders lost to rivals.</summary>
    public required double Pressure { get; init; }

    /// <summary>Its weight of fiscal cost.</summary>
    public required double FiscalWeight { get; init; }

    /// <summary>What is left in its finance windows, in order of id.</summary>
    public required WindowLeft[] Windows { get; init; }

    /// <summary>Its beliefs, in order of system and rival.</summary>
    public required RivalBelief[] Rivals { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(Sponsor);
        digest.Write(Day);
        digest.Write(Pressure);
        digest.Write(FiscalWeight);
        digest.Write(Windows.Length);
        foreach (var item in Windows) item.WriteTo(digest);
        digest.Write(Rivals.Length);
        foreach (var item in Rivals) item.WriteTo(digest);
    }
}
