using System.Diagnostics.CodeAnalysis;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>Whether the Secretariat's opinion on bids is made, and published before the choice.</summary>
public enum OpinionRule { /// <summary>No opinion.</summary>
    None, /// <summary>Published before the host chooses.</summary>
    Published }

/// <summary>What a regional technical specification means to a bidder.</summary>
public enum SpecificationRule { /// <summary>There is none.</summary>
    None, /// <summary>Bidders may comply.</summary>
    Offered, /// <summary>Bidders must comply.</summary>
    Mandatory }

/// <summary>Whose consent an award needs besides the host's.</summary>
public enum ConsentRule { /// <summary>The host decides alone.</summary>
    Host, /// <summary>More than half of the states concerned must not object.</summary>
    Majority, /// <summary>No state concerned may object.</summary>
    Unanimity }

/// <summary>Whether lots are let one by one or together.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The word of docs/model.md §4.6, and no type here.")]
public enum LettingRule { /// <summary>Each by itself.</summary>
    Single, /// <summary>All lots of a round at once, with what they are worth beside each other.</summary>
    Package }

/// <summary>An arrangement under a name: a vector of switches, each of which acts only through who is chosen, on what terms and standard, when, and whether.</summary>
public sealed record Arm
{
    [Meaning("Short name of the arm.")]
    public required string Id { get; init; }

    [Quantity(0, 1, "Weight of the regional score in the award.")]
    public required double RegionalWeight { get; init; }

    [Quantity(0, 1, "Opacity of tendering: 1 secret, 0 fully open; names and results are public up to 0.5.")]
    public required double Opacity { get; init; }

    [Meaning("Whether the Secretariat gives an opinion.")]
    public required OpinionRule Opinion { get; init; }

    [Meaning("What the regional technical specification means.")]
    public required SpecificationRule Specification { get; init; }

    [Meaning("Whether bids below the floor may be improved once.")]
    public required bool BestAndFinal { get; init; }

    [Meaning("Whether bids below the Secretariat's floor are struck.")]
    public required bool Floor { get; init; }

    [Meaning("Whose consent an award needs.")]
    public required ConsentRule Consent { get; init; }

    [Meaning("Whether states all along the corridor are consulted, rather than those sharing the segment's junctions.")]
    public required bool ConsultCorridor { get; init; }

    [Elective, Meaning("Whether segments are let one by one, or those of a round together: winners chosen at once.")]
    public LettingRule Letting { get; init; }

    [Elective, Meaning("Whether two bidders for a segment may make one joint bid.")]
    public bool JointBids { get; init; }
}
