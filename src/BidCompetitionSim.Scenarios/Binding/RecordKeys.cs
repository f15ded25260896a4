using System.Reflection;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Scenarios.Deriving;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>How the properties of the scenario's records are written in a file (docs/scenarios.md states the same for people).</summary>
internal static class RecordKeys
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Records written as maps from their first property, though it is not called Id.</summary>
    private static readonly HashSet<Type> KeyedByFirst = [typeof(Capability), typeof(HomeTie), typeof(Tie), typeof(AttributeValue), typeof(Trust), typeof(StateProxies), typeof(TieProxy)];

    /// <summary>Lists whose absence says what an empty one would.</summary>
    private static readonly HashSet<string> MayBeAbsent =
    [
        nameof(Segment.Replaces), nameof(Segment.HomeTies), nameof(State.TiesToSponsors), nameof(State.TiesToStates),
        nameof(Sponsor.PolicyChanges), nameof(Sponsor.FixedOffers), nameof(Scenario.Frictions),
    ];

    public static string KeyOf(PropertyInfo property)
    {
        if (property.GetCustomAttribute<FileKeyAttribute>() is { } named) return named.Key;
        if (property.DeclaringType == typeof(Scenario) && property.Name == nameof(Scenario.Id)) return "scenario";
        if (property.DeclaringType == typeof(Scenario) && property.Name == nameof(Scenario.StartDate)) return "start";
        if (property.IsDefined(typeof(DateAttribute))) return property.Name == "Day" ? "date" : CamelCase(property.Name[..^"Day".Length]);
        return property.IsDefined(typeof(QuantityAttribute)) ? QuantityAttribute.KeyOf(property.Name) : CamelCase(property.Name);
    }

    public static string UnitOf(PropertyInfo property) =>
        property.GetCustomAttribute<FileKeyAttribute>()?.Unit ?? QuantityAttribute.UnitOf(property.Name);

    public static FieldKind KindOf(PropertyInfo property)
    {
        if (property.IsDefined(typeof(DateAttribute))) return FieldKind.Date;
        var type = System.Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(double)) return FieldKind.Number;
        if (type == typeof(int)) return FieldKind.Integer;
        if (type == typeof(string)) return FieldKind.Text;
        if (type == typeof(bool)) return FieldKind.Flag;
        if (type == typeof(string[])) return FieldKind.Texts;
        if (type.IsEnum) return FieldKind.Choice;
        if (type.GetElementType() is not { } element) return FieldKind.Record;
        return element.GetProperty("Id") is not null ? FieldKind.Table : KeyedByFirst.Contains(element) ? FieldKind.Keyed : FieldKind.List;
    }

    public static bool IsKey(PropertyInfo property) =>
        (property.Name == "Id" && property.DeclaringType != typeof(Scenario))
        || (KeyedByFirst.Contains(property.DeclaringType!) && property.MetadataToken == property.DeclaringType!.GetProperties().Min(static p => p.MetadataToken));

    public static bool IsNullable(PropertyInfo property) =>
        System.Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (KindOf(property) == FieldKind.Record && Nullability.Create(property).WriteState == NullabilityState.Nullable);

    public static bool IsOptional(PropertyInfo property) =>
        MayBeAbsent.Contains(property.Name) || (KindOf(property) == FieldKind.Record && IsNullable(property))
        || property.GetCustomAttribute<FileKeyAttribute>() is { Optional: true };

    public static string MeaningOf(PropertyInfo property) =>
        property.GetCustomAttribute<QuantityAttribute>()?.Meaning
        ?? property.GetCustomAttribute<DateAttribute>()?.Meaning
        ?? property.GetCustomAttribute<MeaningAttribute>()?.Text
        ?? "";

    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>How a file writes a member of an enum: BestResponse is best-response.</summary>
    public static string KebabCase(string name)
    {
        var kebab = new System.Text.StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(c));
        }
        return kebab.ToString();
    }
}

/// <summary>Names a property in files where its own name would not do.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FileKeyAttribute(string key, string unit = "1") : Attribute
{
    public string Key { get; } = key;

    public string Unit { get; } = unit;

    public bool Optional { get; init; }
}
