using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>One of the things compared: an arrangement, with overrides if need be. In the terms of XLRM (Lempert et al. 2003) a lever setting.</summary>
/// <param name="Id">Its name in the experiment.</param>
/// <param name="Arrangement">Id of the scenario's arm.</param>
/// <param name="Set">Overrides <c>path=value</c> that hold in this arm alone.</param>
public sealed record PlannedArm(string Id, string Arrangement, IReadOnlyList<string> Set);

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

    /// <summary>Measures that every row carries, in the order of its values.</summary>
    public required IReadOnlyList<Measure> Measures { get; init; }

    /// <summary>Measures that the question is about: judged together, adjusted for their number.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }
}
