using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Scenarios;

/// <summary>How sure a source is.</summary>
public enum Confidence
{
    /// <summary>A rough figure, or one far from what it is used for.</summary>
    Low,

    /// <summary>A figure from one sound source.</summary>
    Medium,

    /// <summary>A figure on which good sources agree.</summary>
    High,
}

/// <summary>Lowest and highest plausible value, inclusive, in the parameter's unit.</summary>
public readonly record struct PlausibleRange([property: Meaning("Lowest plausible value.")] double Low, [property: Meaning("Highest plausible value.")] double High);

/// <summary>
/// One number as a scenario's author wrote it, with where it comes from; it may feed many places of the scenario. Exactly one of
/// <see cref="Sources"/> (not empty), <see cref="Derivation"/> and <see cref="Assumed"/> says why it is what it is.
/// </summary>
public sealed record Parameter
{
    /// <summary>Where it is written, such as <c>segmentDefaults.localContent</c>; unique in a scenario, and a path that an override can set.</summary>
    [Meaning("Where it is written, such as segmentDefaults.localContent; unique in a scenario, and a path that an override can set.")]
    public required string Name { get; init; }

    /// <summary>Paths of the scenario that take their value from it, sorted.</summary>
    [Meaning("Paths of the scenario that take their value from it, sorted.")]
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Its value in <see cref="Unit"/>; for a date the day counted from the start; null where a rule computes it, place by place.</summary>
    [Meaning("Its value in unit; for a date the day counted from the start; null where a rule computes it, place by place.")]
    public required double? Value { get; init; }

    /// <summary>The model's unit; "1" for shares, scores and utilities, "date" for dates.</summary>
    [Meaning("The model's unit; '1' for shares, scores and utilities, 'date' for dates.")]
    public required string Unit { get; init; }

    /// <summary>What the number means.</summary>
    [Meaning("What the number means.")]
    public required string Meaning { get; init; }

    /// <summary>The year the figure speaks of.</summary>
    [Meaning("The year the figure speaks of.")]
    public int? Year { get; init; }

    /// <summary>Keys of the sources it is taken from; <see cref="Provenance.Sources"/> has their texts.</summary>
    [Meaning("Keys of the sources it is taken from; sources has their texts.")]
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>How sure the source is.</summary>
    [Meaning("How sure the source is.")]
    public Confidence? Confidence { get; init; }

    /// <summary>The rule that derives it from sourced numbers.</summary>
    [Meaning("The rule that derives it from sourced numbers.")]
    public string? Derivation { get; init; }

    /// <summary>What the rule starts from.</summary>
    [Meaning("What the rule starts from.")]
    public string? From { get; init; }

    /// <summary>Why it is assumed, where no source speaks.</summary>
    [Meaning("Why it is assumed, where no source speaks.")]
    public string? Assumed { get; init; }

    /// <summary>Plausible range; always there for an assumed value.</summary>
    [Meaning("Plausible range; always there for an assumed value.")]
    public PlausibleRange? Range { get; init; }

    /// <summary>A remark of the author.</summary>
    [Meaning("A remark of the author.")]
    public string? Note { get; init; }

    /// <summary>File it is written in.</summary>
    [Meaning("File it is written in.")]
    public required string File { get; init; }

    /// <summary>Line in that file.</summary>
    [Meaning("Line in that file.")]
    public required int Line { get; init; }
}
