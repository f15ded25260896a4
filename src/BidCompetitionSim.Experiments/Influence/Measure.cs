using BidCompetitionSim.Model.Scoring;

namespace BidCompetitionSim.Experiments.Influence;

/// <summary>What an influence is measured on.</summary>
public enum Measure
{
    /// <summary>Compatibility, points of 100.</summary>
    Compatibility,

    /// <summary>Viability, points of 100.</summary>
    Viability,

    /// <summary>Cohesion, points of 100.</summary>
    Cohesion,

    /// <summary>Host surplus, USD bn.</summary>
    HostSurplus,
}

/// <summary>Reads measures from outcomes.</summary>
public static class Measures
{
    /// <summary>All measures; the first three are scores and share a unit.</summary>
    public static IReadOnlyList<Measure> All { get; } = Enum.GetValues<Measure>();

    /// <summary>Number of scores among them.</summary>
    public const int Scores = 3;

    /// <summary>Value of a measure; not a number where the scenario does not have it.</summary>
    public static double Of(Outcome outcome, Measure measure) => measure switch
    {
        Measure.Compatibility => outcome.Compatibility ?? double.NaN,
        Measure.Viability => outcome.Viability,
        Measure.Cohesion => outcome.Cohesion ?? double.NaN,
        _ => outcome.HostSurplusUsdBn,
    };
}
