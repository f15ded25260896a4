using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>A number as it is written: value, unit, and exactly one reason for it.</summary>
internal sealed class Quantity
{
    public static readonly string[] Keys =
        ["value", "date", "unit", "year", "source", "confidence", "derivation", "from", "assumed", "range", "note"];

    public required Node Node { get; init; }

    /// <summary>In the model's unit; null if a rule computes it.</summary>
    public double? Value { get; set; }

    public int? Year { get; set; }

    public string[] Sources { get; set; } = [];

    public Confidence? Confidence { get; set; }

    public string? Derivation { get; set; }

    public string? From { get; set; }

    public string? Assumed { get; set; }

    public PlausibleRange? Range { get; set; }

    public string? Note { get; set; }
}
