using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A loan was renegotiated.</summary>
public sealed record LoanRenegotiated : IPublicMessage
{
    /// <summary>Id of the segment.</summary>
    public required string Segment { get; init; }

    /// <summary>Days since the start of the run.</summary>
    public required int Day { get; init; }

    /// <summary>Whether as an equity swap, the loan having no sovereign guarantee.</summary>
    public required bool EquitySwap { get; init; }

    /// <inheritdoc/>
    public void WriteTo(DigestWriter digest)
    {
        digest.Write(Segment);
        digest.Write(Day);
        digest.Write(EquitySwap);
    }
}
