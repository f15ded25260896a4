using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>One of the things compared: an arrangement, with overrides if need be. In the terms of XLRM (Lempert et al. 2003) a lever setting.</summary>
/// <param name="Id">Its name in the experiment.</param>
/// <param name="Arrangement">Id of the scenario's arm.</param>
/// <param name="Set">Overrides <c>path=value</c> that hold in this arm alone.</param>
public sealed record PlannedArm(string Id, string Arrangement, IReadOnlyList<string> Set)
{
    /// <summary>Switches that it takes from another arrangement; null for none.</summary>
    public TakenSwitches? Taken { get; init; }

    /// <summary>The arrangement that it plays in a scenario.</summary>
    internal Arm In(Scenario scenario)
    {
        var arm = Array.Find(scenario.Arms, arm => arm.Id == Arrangement)!;
        return Taken is { } taken ? arm.Take(Array.Find(scenario.Arms, other => other.Id == taken.From)!, taken.Switches) : arm;
    }
}

/// <summary>Switches of one arrangement that another takes over: a step on the way from the one to the other.</summary>
/// <param name="From">Id of the scenario's arm that they are taken from.</param>
/// <param name="Switches">What is taken.</param>
public sealed record TakenSwitches(string From, IReadOnlyList<ArmSwitch> Switches);

/// <summary>A number that the design varies: an uncertainty, in the terms of XLRM.</summary>
/// <param name="Name">The parameter's name in the scenario.</param>
/// <param name="Low">Low end of its range.</param>
/// <param name="High">High end.</param>
/// <param name="Unit">Its unit.</param>
public sealed record Factor(string Name, double Low, double High, string Unit);

/// <summary>A combination of factor values that is played with every arm and every replication.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Values">Values by factor, in their units.</param>
public sealed record DesignPoint(int Index, IReadOnlyList<double> Values);

/// <summary>
/// Everything that decides the rows of an experiment, and nothing else: the same plan gives the same rows on every machine. All points and
/// arms share replications, hence draws.
/// </summary>
public sealed record ExperimentPlan
{
    /// <summary>Name for people, such as the file's; decides nothing.</summary>
    public required string Name { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The question it answers; empty if none was stated.</summary>
    public required string Question { get; init; }

    /// <summary>The scenario that loaded, before factors and arms change it.</summary>
    public required LoadedScenario Scenario { get; init; }

    /// <summary>What is compared; the first is what the others are held against.</summary>
    public required IReadOnlyList<PlannedArm> Arms { get; init; }

    /// <summary>What is varied.</summary>
    public required IReadOnlyList<Factor> Factors { get; init; }

    /// <summary>Combinations played; a single one without values if nothing is varied.</summary>
    public required IReadOnlyList<DesignPoint> Points { get; init; }

    /// <summary>Whether each replication draws every assumed number from its range, the same in all arms.</summary>
    public required bool Uncertain { get; init; }

    /// <summary>Seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Replications of every point and arm, numbered from 0.</summary>
    public required int Replications { get; init; }

    /// <summary>What the positions in a row stand for.</summary>
    public required RowLayout Layout { get; init; }

    /// <summary>Measures that every row carries, in the order of its values.</summary>
    public IReadOnlyList<Measure> Measures => Layout.Measures;

    /// <summary>Measures that the question is about: judged together, adjusted for their number.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>The switch that each arm turns that was turned in none before it, where the arms take an arrangement apart; null otherwise.</summary>
    public IReadOnlyList<string>? Steps { get; init; }

    /// <summary>Precision to stop at, instead of a number of replications; null for none. It decides how many rows there are, and none of them.</summary>
    public Precision? Precision { get; init; }
}

/// <summary>How well the paired difference of the first two arms is to be known.</summary>
/// <param name="Measure">Id of the measure.</param>
/// <param name="HalfWidth">Half-width of its 95 % interval, in its unit, above 0.</param>
public readonly record struct Precision(string Measure, double HalfWidth);
