using System.Text.Json.Serialization;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Runs;

/// <summary>Measures that belong beside the scores: without them a score can mislead.</summary>
public sealed record ScoresBeside
{
    [Meaning("Compatibility of the inherited network: what refusing everything keeps.")]
    public required double? InheritedCompatibility { get; init; }

    [Meaning("Compatibility over the pairs that what was built has brought closer.")]
    public required double? BuiltCompatibility { get; init; }

    [Meaning("Weight of those pairs, 0 to 1.")]
    public required double BuiltCoverage { get; init; }

    [Meaning("Mean hours lost to interfaces, over the systems that run on time.")]
    public required double? HoursLost { get; init; }

    [Meaning("The same over pairs of ASEAN places.")]
    public required double? HoursLostAsean { get; init; }

    [Meaning("Viability over what was built.")]
    public required double? ViabilityBuilt { get; init; }

    [Meaning("Economic net present value at the scenario's start of everything built, USD bn.")]
    public required double EnpvBaseTotal { get; init; }

    [Meaning("Economic net present value at the scenario's start per segment built, USD bn.")]
    public required double? EnpvBasePerBuilt { get; init; }

    [Meaning("Losses that bids turned down would have made, USD bn.")]
    public required double AvoidedLoss { get; init; }

    [Meaning("Gains that bids turned down would have made, USD bn.")]
    public required double ForegoneGain { get; init; }

    [Meaning("Mean economic rate of return of what was built.")]
    public required double? MeanEirr { get; init; }

    [Meaning("Cohesion with the institutional part by frictions alone.")]
    public required double? CohesionWithoutJunctions { get; init; }

    [Meaning("Share of the planned cross-border junctions that work.")]
    public required double? JunctionShare { get; init; }

    [Meaning("Mean size of the difference between a state's ties to two sponsors.")]
    public required double? Dependence { get; init; }

    [Meaning("Tension between the sponsors at the horizon.")]
    public required double Tension { get; init; }

    [Meaning("What hosts gain on price and loans, less rents and sunk money, USD bn.")]
    public required double HostSurplus { get; init; }

    [Meaning("Welfare of hosts from having the choice, USD bn.")]
    public required double HostWelfare { get; init; }

    [Meaning("Rents paid, USD bn.")]
    public required double Rents { get; init; }

    [Meaning("Loans signed and not cancelled, USD bn.")]
    public required double Funded { get; init; }

    [Meaning("The same over what the region needs in the scenario's years, where that is stated; else over the reference cost of everything planned.")]
    public required double GapClosed { get; init; }

    [Meaning("Mean price over reference cost of the awards.")]
    public required double? MeanPriceOverReference { get; init; }

    [Meaning("Grant element of the awards' loans, weighted by face.")]
    public required double? MeanGrantElement { get; init; }

    [Meaning("Share of the awards with a loan that ask for a sovereign guarantee.")]
    public required double? GuaranteedShare { get; init; }

    [Meaning("Mean offers per attempt.")]
    public required double MeanOffers { get; init; }

    [Meaning("Awards, cancelled ones included.")]
    public required int Awards { get; init; }

    [Meaning("Segments commissioned.")]
    public required int Built { get; init; }

    [Meaning("Awards cancelled before financial close.")]
    public required int Cancelled { get; init; }

    [Meaning("Segments never let.")]
    public required int NeverLet { get; init; }

    [Meaning("Mean years from the planned opening to commissioning.")]
    public required double? MeanYearsToCommissioning { get; init; }

    [Meaning("What the region needs in the scenario's years, USD bn; absent where it is not stated.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Needed { get; init; }

    [Meaning("What interfaces cost in the systems whose cost is not time; absent where there is none.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SystemLoss[]? InterfaceLosses { get; init; }
}

/// <summary>What interfaces cost in a system that does not run on time.</summary>
public sealed record SystemLoss
{
    [Meaning("System.")]
    public required string System { get; init; }

    [Meaning("Name of the system.")]
    public required string Name { get; init; }

    [Meaning("Its cost unit.")]
    public required string Unit { get; init; }

    [Meaning("Mean cost lost to interfaces at the horizon, in that unit; null where no pair counts.")]
    public required double? Loss { get; init; }
}
