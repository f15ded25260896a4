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
public readonly record struct PlausibleRange(double Low, double High);

/// <summary>
/// One number as a scenario's author wrote it, with where it comes from; it may feed many places of the scenario. Exactly one of
/// <see cref="Sources"/> (not empty), <see cref="Derivation"/> and <see cref="Assumed"/> says why it is what it is.
/// </summary>
public sealed record Parameter
{
    /// <summary>Where it is written, such as <c>segmentDefaults.localContent</c>; unique in a scenario, and a path that an override can set.</summary>
    public required string Name { get; init; }

    /// <summary>Paths of the scenario that take their value from it, sorted.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Its value in <see cref="Unit"/>; for a date the day counted from the start; null where a rule computes it, place by place.</summary>
    public required double? Value { get; init; }

    /// <summary>The model's unit; "1" for shares, scores and utilities, "date" for dates.</summary>
    public required string Unit { get; init; }

    /// <summary>What the number means.</summary>
    public required string Meaning { get; init; }

    /// <summary>The year the figure speaks of.</summary>
    public int? Year { get; init; }

    /// <summary>Keys of the sources it is taken from; <see cref="Provenance.Sources"/> has their texts.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>How sure the source is.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>The rule that derives it from sourced numbers.</summary>
    public string? Derivation { get; init; }

    /// <summary>What the rule starts from.</summary>
    public string? From { get; init; }

    /// <summary>Why it is assumed, where no source speaks.</summary>
    public string? Assumed { get; init; }

    /// <summary>Plausible range; always there for an assumed value.</summary>
    public PlausibleRange? Range { get; init; }

    /// <summary>A remark of the author.</summary>
    public string? Note { get; init; }

    /// <summary>File it is written in.</summary>
    public required string File { get; init; }

    /// <summary>Line in that file.</summary>
    public required int Line { get; init; }
}
