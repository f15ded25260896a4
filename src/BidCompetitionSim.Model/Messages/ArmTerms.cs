using System.Text.Json.Serialization;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Messages;

/// <summary>An arrangement in full.</summary>
public sealed record ArmTerms
{
    /// <summary>Short name.</summary>
    public required string Id { get; init; }

    /// <summary>Weight of the regional score, 0 to 1.</summary>
    public required double RegionalWeight { get; init; }

    /// <summary>Opacity of tendering, 0 to 1.</summary>
    public required double Opacity { get; init; }

    /// <summary>Whether the Secretariat gives an opinion.</summary>
    [JsonConverter(typeof(KebabCaseNames<OpinionRule>))]
    public required OpinionRule Opinion { get; init; }

    /// <summary>What the regional specification means.</summary>
    [JsonConverter(typeof(KebabCaseNames<SpecificationRule>))]
    public required SpecificationRule Specification { get; init; }

    /// <summary>Whether bids below the floor may be improved once.</summary>
    public required bool BestAndFinal { get; init; }

    /// <summary>Whether bids below the floor are struck.</summary>
    public required bool Floor { get; init; }

    /// <summary>Whose consent an award needs.</summary>
    [JsonConverter(typeof(KebabCaseNames<ConsentRule>))]
    public required ConsentRule Consent { get; init; }

    /// <summary>Whether states all along the corridor are consulted.</summary>
    public required bool ConsultCorridor { get; init; }

    /// <summary>Whether lots are let one by one or together.</summary>
    [JsonConverter(typeof(KebabCaseNames<LettingRule>))]
    public required LettingRule Letting { get; init; }

    /// <summary>Whether two bidders may make one joint bid.</summary>
    public required bool JointBids { get; init; }

    internal void WriteTo(DigestWriter digest)
    {
        digest.Write(Id);
        digest.Write(RegionalWeight);
        digest.Write(Opacity);
        digest.Write((int)Opinion);
        digest.Write((int)Specification);
        digest.Write(BestAndFinal);
        digest.Write(Floor);
        digest.Write((int)Consent);
        digest.Write(ConsultCorridor);
        digest.Write((int)Letting);
        digest.Write(JointBids);
    }
}
