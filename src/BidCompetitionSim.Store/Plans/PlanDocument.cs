using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Store.Plans;

/// <summary>An experiment's plan as it is stored and travels: what decides its rows, and what the columns of its rows are called.</summary>
[Meaning("Plan of an experiment: what decides its rows, and what their columns mean.")]
public sealed record PlanDocument
{
    /// <summary>Name of the document's form; its last part rises when a member changes its meaning.</summary>
    public const string SchemaName = "bidsim/plan/1";

    [Meaning("Name of this document's form.")]
    public required string Schema { get; init; }

    [Meaning("Name of the experiment in stores: from everything that decides its rows but their number.")]
    public required string Experiment { get; init; }

    [Meaning("Name for people; decides nothing.")]
    public required string Name { get; init; }

    [Meaning("Title.")]
    public required string Title { get; init; }

    [Meaning("The question; empty if none was stated.")]
    public required string Question { get; init; }

    [Meaning("Name of the scenario.")]
    public required string Scenario { get; init; }

    [Meaning("SHA-256 of the resolved scenario before factors and arms change it.")]
    public required string ScenarioHash { get; init; }

    [Meaning("Overrides of the scenario that hold in all arms.")]
    public required IReadOnlyList<string> Set { get; init; }

    [Meaning("Arms, the one others are held against first.")]
    public required IReadOnlyList<PlanArm> Arms { get; init; }

    [Meaning("The switch that each arm turns that was turned in none before it, where the arms take an arrangement apart; null otherwise.")]
    public required IReadOnlyList<string>? Steps { get; init; }

    [Meaning("Numbers that are varied.")]
    public required IReadOnlyList<FactorResult> Factors { get; init; }

    [Meaning("Combinations of factor values.")]
    public required IReadOnlyList<PlanPoint> Points { get; init; }

    [Meaning("Whether each replication draws every assumed number from its range.")]
    public required bool Uncertain { get; init; }

    [Meaning("The numbers drawn and the ranges that they are drawn from; empty if none are.")]
    public required IReadOnlyList<PlanRange> Ranges { get; init; }

    [Meaning("Seed.")]
    public required ulong Seed { get; init; }

    [Meaning("Replications of every point and arm.")]
    public required int Replications { get; init; }

    [Meaning("Precision to stop at, instead of a number of replications; null for none.")]
    public required PlanPrecision? Precision { get; init; }

    [Meaning("Measures, in the order of every row.")]
    public required IReadOnlyList<Measure> Measures { get; init; }

    [Meaning("Measures that the question is about.")]
    public required IReadOnlyList<string> Outcomes { get; init; }

    [Meaning("Segments, in the order of every row's winners.")]
    public required IReadOnlyList<string> Segments { get; init; }

    [Meaning("Sponsors that can win.")]
    public required IReadOnlyList<string> Sponsors { get; init; }

    [Meaning("Junctions, in the order of every row's clashes.")]
    public required IReadOnlyList<string> Junctions { get; init; }

    /// <summary>An empty row of this experiment.</summary>
    public Row NewRow() => new(Measures.Count, Segments.Count, Junctions.Count);

    /// <summary>The same plan with what decides no row left out: two plans of one experiment are equal in this form.</summary>
    internal PlanDocument Deciding() => this with
    {
        Name = "", Title = "", Question = "", Replications = 0, Outcomes = [], Precision = null, Steps = null,
        Measures = [.. Measures.Select(static measure => measure with { Label = "", Unit = "" })],
    };
}

/// <summary>What is compared.</summary>
public sealed record PlanArm(
    [property: Meaning("Name in the experiment.")] string Id, [property: Meaning("Arrangement of the scenario.")] string Arrangement,
    [property: Meaning("Overrides in this arm alone.")] IReadOnlyList<string> Set,
    [property: Meaning("Arrangement that it takes switches from; null for none.")] string? TakenFrom,
    [property: Meaning("Switches that it takes.")] IReadOnlyList<ArmSwitch> Taken);

/// <summary>A combination of factor values.</summary>
public sealed record PlanPoint(
    [property: Meaning("Its number, from 0.")] int Index,
    [property: Meaning("Values by factor, in the order of factors and in their units.")] IReadOnlyList<double> Values);

/// <summary>A number that is drawn.</summary>
public sealed record PlanRange(
    [property: Meaning("Name in the scenario.")] string Parameter, [property: Meaning("Low end.")] double Low, [property: Meaning("High end.")] double High);

/// <summary>How well a paired difference is to be known.</summary>
public sealed record PlanPrecision(
    [property: Meaning("Measure.")] string Measure, [property: Meaning("Half-width of its 95 % interval, in its unit.")] double HalfWidth);
