using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Results;

/// <summary>What an experiment says: the document that <c>bidsim compare --output json</c> and <c>bidsim experiment --output json</c> write, and from which text and reports are written.</summary>
[Meaning("What an experiment of many replications says. Money in USD bn at constant prices, rates as fractions a year. A stylised what-if, never a forecast.")]
public sealed record ExperimentResult
{
    /// <summary>Name of the document's form; its last part rises when a member changes its meaning.</summary>
    public const string SchemaName = "bidsim/experiment/1";

    [Meaning("Name of this document's form.")]
    public required string Schema { get; init; }

    [Meaning("The program that made it.")]
    public required ProgramIdentity Program { get; init; }

    [Meaning("Name of the experiment in stores: from everything that decides its rows but their number.")]
    public required string Experiment { get; init; }

    [Meaning("Title.")]
    public required string Title { get; init; }

    [Meaning("The question; empty if none was stated.")]
    public required string Question { get; init; }

    [Meaning("Name of the scenario.")]
    public required string Scenario { get; init; }

    [Meaning("Title of the scenario.")]
    public required string ScenarioTitle { get; init; }

    [Meaning("SHA-256 of the resolved scenario before factors and arms change it.")]
    public required string ScenarioHash { get; init; }

    [Meaning("Seed.")]
    public required ulong Seed { get; init; }

    [Meaning("Whether each replication drew every assumed number from its range.")]
    public required bool Uncertain { get; init; }

    [Meaning("Replications asked for, of every point and arm.")]
    public required long Replications { get; init; }

    [Meaning("Rows done: points times arms times replications, less what failed or was not reached.")]
    public required long Done { get; init; }

    [Meaning("Rows failed.")]
    public required long Failed { get; init; }

    [Meaning("How often assumed numbers were drawn again because they made no valid scenario; 0 but where every replication draws them.")]
    public required long Redraws { get; init; }

    [Meaning("done; stopped, if it was stopped before its end; failed, if rows failed.")]
    public required string Status { get; init; }

    [Meaning("64-bit fold of every row's fingerprint in row order, hexadecimal: equal for equal rows.")]
    public required string Digest { get; init; }

    [Meaning("Rows a second of wall time, this time; the one number here that another run will not repeat. Null where nothing was played.")]
    public required double? ReplicationsPerSecond { get; init; }

    [Meaning("How the number of replications was chosen; null where it was given.")]
    public required StoppingResult? Stopping { get; init; }

    [Meaning("Numbers that were varied.")]
    public required IReadOnlyList<FactorResult> Factors { get; init; }

    [Meaning("Arms, the one others are held against first.")]
    public required IReadOnlyList<ArmResult> Arms { get; init; }

    [Meaning("Measures, in the order of every table.")]
    public required IReadOnlyList<Measure> Measures { get; init; }

    [Meaning("Measures that the question is about.")]
    public required IReadOnlyList<string> Outcomes { get; init; }

    [Meaning("What came of every combination of factor values.")]
    public required IReadOnlyList<PointResult> Points { get; init; }

    [Meaning("Steps from the first arm to the last, one switch at a time; null unless asked for.")]
    public required IReadOnlyList<StepResult>? Decomposition { get; init; }

    [Meaning("Rows that failed, the first hundred.")]
    public required IReadOnlyList<FailureResult> Failures { get; init; }

    [Meaning("What these figures cannot say.")]
    public required IReadOnlyList<string> Limits { get; init; }
}

/// <summary>A number that was varied.</summary>
public sealed record FactorResult(
    [property: Meaning("Name in the scenario.")] string Name, [property: Meaning("Low end.")] double Low,
    [property: Meaning("High end.")] double High, [property: Meaning("Unit.")] string Unit);

/// <summary>What was compared.</summary>
public sealed record ArmResult(
    [property: Meaning("Name in the experiment.")] string Id, [property: Meaning("Arrangement of the scenario.")] string Arrangement,
    [property: Meaning("Overrides in this arm alone.")] IReadOnlyList<string> Set,
    [property: Meaning("Arrangement that it takes switches from; null for none.")] string? TakenFrom = null,
    [property: Meaning("Switches that it takes from there; null for none.")] IReadOnlyList<string>? Taken = null);

/// <summary>A switch turned on the way from the first arm to the last.</summary>
public sealed record StepResult(
    [property: Meaning("Switch turned, for people.")] string Switch, [property: Meaning("Arm before.")] string From, [property: Meaning("Arm after.")] string To);

/// <summary>A row that failed.</summary>
public sealed record FailureResult(
    [property: Meaning("Design point.")] int Point, [property: Meaning("Arm.")] string Arm, [property: Meaning("Replication.")] uint Replication,
    [property: Meaning("Seed.")] ulong Seed, [property: Meaning("Why.")] string Reason);

/// <summary>How many replications a wanted precision took.</summary>
public sealed record StoppingResult(
    [property: Meaning("Measure whose paired difference was to be known.")] string Measure, [property: Meaning("Half-width wanted, in the measure's unit.")] double HalfWidthWanted,
    [property: Meaning("Replications of the first stage.")] long FirstStage, [property: Meaning("Replications that its variance asked for, in whole blocks.")] long Needed,
    [property: Meaning("Half-width reached, by the first stage's variance; null where fewer than two pairs had the measure.")] double? HalfWidth, [property: Meaning("The rule, with its source.")] string Rule);
