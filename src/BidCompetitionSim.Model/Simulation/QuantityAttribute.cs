namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// States, once, what a number of a scenario means and where it may lie; file reading, schema and explanation all read it here.
/// The unit is the end of the property's name (<see cref="UnitOf"/>), so that it can never differ from the code that uses it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QuantityAttribute(double min, double max, string meaning) : Attribute
{
    private static readonly (string Suffix, string Unit)[] Units =
    [
        ("UsdBnPerKm", "USD bn/km"), ("UsdBnPerMw", "USD bn/MW"), ("UsdBnPerYear", "USD bn/year"), ("UsdBn", "USD bn"), ("PerYear", "1/year"),
        ("KmPerHour", "km/h"), ("CostUnitsPerKm", "cost units/km"), ("CostUnits", "cost units"), ("Mw", "MW"),
        ("Years", "years"), ("Days", "days"), ("Hours", "hours"), ("Km", "km"), ("Million", "million"), ("Degrees", "degrees"),
    ];

    /// <summary>Smallest value accepted, inclusive, in the property's unit.</summary>
    public double Min { get; } = min;

    /// <summary>Largest value accepted, inclusive, in the property's unit.</summary>
    public double Max { get; } = max;

    /// <summary>What the number means, in one sentence.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>The unit that a property's name ends with; "1" for shares, scores and utilities.</summary>
    public static string UnitOf(string propertyName) => Match(propertyName).Unit;

    /// <summary>The property's name in a file: camelCase, without the unit, which the file states beside the value.</summary>
    public static string KeyOf(string propertyName)
    {
        var bare = propertyName[..^Match(propertyName).Suffix.Length];
        return char.ToLowerInvariant(bare[0]) + bare[1..];
    }

    private static (string Suffix, string Unit) Match(string name)
    {
        foreach (var pair in Units)
            if (name.Length > pair.Suffix.Length && name.EndsWith(pair.Suffix, StringComparison.Ordinal)) return pair;
        return ("", "1");
    }
}
