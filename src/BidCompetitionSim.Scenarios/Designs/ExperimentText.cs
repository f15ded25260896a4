using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Scenarios.Designs;

/// <summary>How an experiment's points are chosen.</summary>
public enum DesignKind
{
    /// <summary>A single point: every number as the scenario has it.</summary>
    Base,

    /// <summary>Every combination of levels.</summary>
    FullFactorial,

    /// <summary>A Latin hypercube (McKay, Beckman and Conover 1979).</summary>
    LatinHypercube,

    /// <summary>A Sobol' sequence with the direction numbers of Joe and Kuo (2008).</summary>
    Sobol,

    /// <summary>The scenario's own values, then every level of one number at a time.</summary>
    OneAtATime,

    /// <summary>Points written out.</summary>
    Points,
}

/// <summary>What an experiment file says, in the terms of XLRM (Lempert, Popper and Bankes 2003): levers, uncertainties, outcome measures.</summary>
[Meaning("Experiment of BidCompetitionSim: arms of a scenario, played over and over, at chosen values of uncertain numbers.")]
public sealed record ExperimentText
{
    /// <summary>Title.</summary>
    [Meaning("Title, for people.")]
    public required string Title { get; init; }

    /// <summary>Question.</summary>
    [Meaning("The question it answers.")]
    public string Question { get; init; } = "";

    /// <summary>Scenario.</summary>
    [Meaning("Name of the scenario, or its path from this file's folder.")]
    public required string Scenario { get; init; }

    /// <summary>Overrides in all arms.</summary>
    [Meaning("Overrides path=value of the scenario that hold in all arms.")]
    public string[] Set { get; init; } = [];

    /// <summary>Seed.</summary>
    [Meaning("Seed; 1 if left out.")]
    public ulong Seed { get; init; } = 1;

    /// <summary>Replications.</summary>
    [Quantity(1, 1_000_000_000, "Replications of every arm at every point; all of them share their draws.")]
    public required int Replications { get; init; }

    /// <summary>Whether all assumed numbers are drawn.</summary>
    [Meaning("Whether each replication draws every assumed number from its range, the same in all arms.")]
    public bool Uncertain { get; init; }

    /// <summary>Arms.</summary>
    [Meaning("What is compared; the others are held against the first.")]
    public required LeverText[] Levers { get; init; }

    /// <summary>Numbers that vary.</summary>
    [Meaning("Numbers that the design varies.")]
    public UncertaintyText[] Uncertainties { get; init; } = [];

    /// <summary>Outcome measures.</summary>
    [Meaning("Measures that the question is about, judged together; the usual ones if left out.")]
    public string[] Outcomes { get; init; } = [];

    /// <summary>Design.</summary>
    [Meaning("How the points are chosen; a single one if left out.")]
    public DesignText Design { get; init; } = new();
}

/// <summary>One of the things compared.</summary>
public sealed record LeverText
{
    /// <summary>Its name.</summary>
    [Meaning("Its name in the experiment.")]
    public required string Name { get; init; }

    /// <summary>The scenario's arm.</summary>
    [Meaning("Arm of the scenario.")]
    public required string Arm { get; init; }

    /// <summary>Overrides in this arm alone.</summary>
    [Meaning("Overrides path=value that hold in this arm alone.")]
    public string[] Set { get; init; } = [];
}

/// <summary>A number that varies.</summary>
public sealed record UncertaintyText
{
    /// <summary>Its name in the scenario.</summary>
    [Meaning("Name of the number, as explain lists it, such as secretariat.strength.")]
    public required string Name { get; init; }

    /// <summary>Low and high end.</summary>
    [Meaning("Low and high end, in the model's unit; the range that the scenario states if left out.")]
    public double[]? Range { get; init; }

    /// <summary>Values to try.</summary>
    [Meaning("Values to try in a full factorial or one at a time, in the model's unit; evenly spaced over the range if left out.")]
    public double[]? Levels { get; init; }
}

/// <summary>How points are chosen.</summary>
public sealed record DesignText
{
    /// <summary>Kind.</summary>
    [Meaning("Kind of design.")]
    public DesignKind Kind { get; init; } = DesignKind.Base;

    /// <summary>Number of points.</summary>
    [Quantity(1, 100_000, "Number of points of a Latin hypercube or a Sobol' sequence; a power of two keeps the latter balanced.")]
    public int? Size { get; init; }

    /// <summary>Number of levels.</summary>
    [Quantity(2, 1_000, "Levels of a number that states none; 2 if left out.")]
    public int? Levels { get; init; }

    /// <summary>Seed of the design.</summary>
    [Meaning("Seed of a Latin hypercube, the experiment's if left out; shifts a Sobol' sequence, which is as published if left out.")]
    public ulong? Seed { get; init; }

    /// <summary>Points written out.</summary>
    [Meaning("Points written out: maps from the names of all uncertainties to values.")]
    public Dictionary<string, double>[]? Points { get; init; }
}
