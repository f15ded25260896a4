using System.Text.Json.Serialization;
using BidCompetitionSim.Experiments.Explaining;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Runs;

/// <summary>
/// One run, told whole: the document that <c>bidsim run --output json</c> writes and from which the text for people is written. The three
/// scores and the five parts of cohesion can be computed again from it without the program. Money in USD bn at constant prices, rates as
/// fractions a year, days counted from the start date.
/// </summary>
[Meaning("One run of a scenario under one arrangement. Money in USD bn at constant prices, rates as fractions a year, days counted from constants.startDate.")]
public sealed record RunResult
{
    /// <summary>Name of the document's form; its last part rises when a member changes its meaning.</summary>
    public const string SchemaName = "bidsim/run/1";

    [Meaning("Name of this document's form.")]
    public required string Schema { get; init; }

    [Meaning("Name of the scenario.")]
    public required string Scenario { get; init; }

    [Meaning("Title of the scenario.")]
    public required string Title { get; init; }

    [Meaning("SHA-256 of the resolved scenario: files, defaults and overrides applied.")]
    public required string ScenarioHash { get; init; }

    [Meaning("Arrangement.")]
    public required string Arm { get; init; }

    [Meaning("The arrangement's switches.")]
    public required ArrangementResult Arrangement { get; init; }

    [Meaning("Seed.")]
    public required ulong Seed { get; init; }

    [Meaning("Number of the replication.")]
    public required uint Replication { get; init; }

    [Meaning("done; a run that fails writes no document.")]
    public required string Status { get; init; }

    [Meaning("Digest of scenario, arm, seed, replication, everything said and the outcome: equal wherever and however the run is carried.")]
    public required string Digest { get; init; }

    [Meaning("Digest of everything said.")]
    public required string EventsDigest { get; init; }

    [Meaning("Digest of the outcome.")]
    public required string OutcomeDigest { get; init; }

    [Meaning("The program that made it.")]
    public required ProgramIdentity Program { get; init; }

    [Meaning("The three scores.")]
    public required Scores Scores { get; init; }

    [Meaning("Measures without which the scores mislead.")]
    public required ScoresBeside ScoresBeside { get; init; }

    [Meaning("Parts of cohesion as they count: cut to [floor, 1], null if dropped.")]
    public required CohesionFigures CohesionParts { get; init; }

    [Meaning("Parts of cohesion as measured.")]
    public required CohesionFigures CohesionPartsRaw { get; init; }

    [Meaning("Weights of the parts; a dropped part hands its weight to the others.")]
    public required CohesionFigures CohesionWeights { get; init; }

    [Meaning("Constants that the scores are computed with.")]
    public required RunConstants Constants { get; init; }

    [Meaning("Segments in order of id.")]
    public required SegmentResult[] Segments { get; init; }

    [Meaning("Places in order of id.")]
    public required PlaceResult[] Places { get; init; }

    [Meaning("Lines that existed on the first day, in order of id.")]
    public required LinkResult[] Links { get; init; }

    [Meaning("Junctions at the horizon.")]
    public required JunctionResult[] Junctions { get; init; }

    [Meaning("Pairs of places of each system, at the horizon.")]
    public required PairResult[] Pairs { get; init; }

    [Meaning("How the networks grew.")]
    public required NetworkResult Network { get; init; }

    [Meaning("Friction of trade by pair of states.")]
    public required FrictionResult[] Frictions { get; init; }

    [Meaning("What came of trade in intermediate goods; not there in a scenario without a trade overlay."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TradeResult? Trade { get; init; }

    [Meaning("States in order of id, ties at the horizon.")]
    public required StateResult[] States { get; init; }

    [Meaning("Sponsors in order of id, at the end of the run.")]
    public required SponsorResult[] Sponsors { get; init; }

    [Meaning("What happened besides tenders, in order of time.")]
    public required Happening[] Happenings { get; init; }

    [Meaning("Messages said.")]
    public required MessageResult Messages { get; init; }

    [Meaning("Why the tenders of one segment went as they did, attempt by attempt where its host had a choice; empty unless asked for.")]
    public required Explanation[] Explanations { get; init; }
}

/// <summary>Messages of a run.</summary>
public sealed record MessageResult
{
    [Meaning("How often each type of message was said.")]
    public required IReadOnlyDictionary<string, int> Counts { get; init; }
}

/// <summary>The three scores.</summary>
public sealed record Scores
{
    [Meaning("Compatibility, 0 to 100; null if no pair can gain.")]
    public required double? Compatibility { get; init; }

    [Meaning("Viability of the portfolio, 0 to 100; what was not built counts 0.")]
    public required double Viability { get; init; }

    [Meaning("Cohesion, 1 to 100; null if it has no part.")]
    public required double? Cohesion { get; init; }
}

/// <summary>One number for each part of cohesion.</summary>
public sealed record CohesionFigures
{
    [Meaning("Physical connectivity.")]
    public required double? Physical { get; init; }

    [Meaning("Institutional connectivity.")]
    public required double? Institutional { get; init; }

    [Meaning("People-to-people connectivity.")]
    public required double? PeopleToPeople { get; init; }

    [Meaning("Evenness of the states' gains.")]
    public required double? Equity { get; init; }

    [Meaning("Diplomatic alignment and ties.")]
    public required double? Diplomatic { get; init; }
}

/// <summary>Constants that the scores are computed with.</summary>
public sealed record RunConstants
{
    [Meaning("First day, ISO 8601.")]
    public required string StartDate { get; init; }

    [Meaning("Day up to which scores are averaged.")]
    public required int HorizonDays { get; init; }

    [Meaning("Economic hurdle rate.")]
    public required double Hurdle { get; init; }

    [Meaning("Discount rate of the grant element, nominal.")]
    public required double GrantElementRate { get; init; }

    [Meaning("Decay of contacts between people with travel time, hours.")]
    public required double PeopleDecayHours { get; init; }

    [Meaning("The least a part of cohesion counts.")]
    public required double Floor { get; init; }

    [Meaning("Unit of generalised cost in pairs and network; of a system under interfaceLosses, the 3600th part of the unit named there.")]
    public required string CostUnit { get; init; }
}

/// <summary>The switches of an arrangement.</summary>
public sealed record ArrangementResult
{
    [Meaning("Weight of the region in the award, alpha.")]
    public required double RegionalWeight { get; init; }

    [Meaning("Utility of one unit of the Secretariat's score.")]
    public required double RegionalScale { get; init; }

    [Meaning("Opacity of tendering.")]
    public required double Opacity { get; init; }

    [Meaning("none or published.")]
    public required string Opinion { get; init; }

    [Meaning("none, offered or mandatory.")]
    public required string Specification { get; init; }

    [Meaning("Whether bids below the floor may be improved once.")]
    public required bool BestAndFinal { get; init; }

    [Meaning("Score below which a bid is struck; null if none is.")]
    public required double? Floor { get; init; }

    [Meaning("host, majority or unanimity.")]
    public required string Consent { get; init; }

    [Meaning("package where the segments of a round are let together; absent where each is let by itself."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Letting { get; init; }

    [Meaning("true where two sponsors may make one bid; absent where they may not."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? JointBids { get; init; }
}
