using System.Text.Json.Serialization;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Measuring;

/// <summary>How finely a measure's distribution is counted.</summary>
public enum Resolution
{
    /// <summary>Bins of 0.01, for measures that live on a scale of 0 to 100 or close to it.</summary>
    Hundredths,

    /// <summary>Logarithmic bins of 0.5 %, mirrored for negative values, for money, rates and counts.</summary>
    HalfPercent,
}

/// <summary>Which way a measure is better, where one can say so.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,

    /// <summary>A description, neither good nor bad.</summary>
    Neither,
}

/// <summary>What a measure is about.</summary>
public enum Family
{
    /// <summary>One of the three scores.</summary>
    Score,

    /// <summary>A part of cohesion, 0 to 1 as measured.</summary>
    Part,

    /// <summary>A measure of the whole scenario beside the scores.</summary>
    Beside,

    /// <summary>A measure of one state.</summary>
    State,

    /// <summary>A measure of the network at the end of one year.</summary>
    Year,
}

/// <summary>One number that every replication yields, or misses.</summary>
/// <param name="Id">Its name, camelCase as in the run's document; that of a state, system or year ends in <c>@</c> and its name, such as <c>hostSurplus@laos</c>.</param>
/// <param name="Label">What a reader calls it.</param>
/// <param name="Unit">Its unit; "points" for scores, <see cref="Ratio"/> for shares and ratios, <see cref="Count"/> for numbers of things and their means.</param>
/// <param name="Family">What it is about.</param>
/// <param name="Resolution">How finely its distribution is counted.</param>
/// <param name="Direction">Which way it is better.</param>
/// <param name="Subject">State, system or year it is about; null for the whole scenario.</param>
public sealed record Measure(
    [property: Meaning("Name, unique in the experiment.")] string Id,
    [property: Meaning("What a reader calls it.")] string Label,
    [property: Meaning("Unit; points for scores, 1 for shares and ratios, count for numbers of things.")] string Unit,
    [property: Meaning("What it is about."), JsonConverter(typeof(KebabCaseNames<Family>))] Family Family,
    [property: Meaning("Bins its distribution is counted in: hundredths (0.01) or half-percent (logarithmic, 0.5 %)."), JsonConverter(typeof(KebabCaseNames<Resolution>))] Resolution Resolution,
    [property: Meaning("Which way it is better."), JsonConverter(typeof(KebabCaseNames<Direction>))] Direction Direction,
    [property: Meaning("State, system or year it is about; null for the whole scenario.")] string? Subject = null)
{
    /// <summary>Unit of shares and ratios.</summary>
    public const string Ratio = "1";

    /// <summary>Unit of numbers of things, such as awards: they belong on no axis with shares.</summary>
    public const string Count = "count";
}
