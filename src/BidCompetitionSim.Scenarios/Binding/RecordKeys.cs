using System.Reflection;
using System.Text;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Trade;
using BidCompetitionSim.Scenarios.Deriving;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>How the properties of the scenario's records are written in a file.</summary>
internal static class RecordKeys
{
    /// <summary>Records written as maps from their first property, though it is not called Id.</summary>
    private static readonly Dictionary<Type, string> KeyedByFirst = new()
    {
        [typeof(Capability)] = nameof(Capability.System),
        [typeof(HomeTie)] = nameof(HomeTie.Sponsor),
        [typeof(CoHost)] = nameof(CoHost.State),
        [typeof(Tie)] = nameof(Tie.To),
        [typeof(AttributeValue)] = nameof(AttributeValue.Attribute),
        [typeof(NationalValue)] = nameof(NationalValue.State),
        [typeof(Trust)] = nameof(Trust.Sponsor),
        [typeof(StateProxies)] = nameof(StateProxies.State),
        [typeof(TieProxy)] = nameof(TieProxy.Sponsor),
        [typeof(Utilisation)] = nameof(Utilisation.State),
        [typeof(Membership)] = nameof(Membership.State),
    };

    public static string KeyOf(PropertyInfo property, FieldKind kind, bool isQuantity) => (property.DeclaringType!.Name, property.Name) switch
    {
        (nameof(Scenario), nameof(Scenario.Id)) => "scenario",
        (nameof(Scenario), nameof(Scenario.StartDate)) => "start",
        (_, "Day") when kind == FieldKind.Date => "date",
        (_, var name) when kind == FieldKind.Date => CamelCase(name[..^"Day".Length]),
        (_, var name) => isQuantity ? QuantityAttribute.KeyOf(name) : CamelCase(name),
    };

    public static FieldKind KindOf(PropertyInfo property, bool isDate)
    {
        if (isDate) return FieldKind.Date;
        var type = System.Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(double)) return FieldKind.Number;
        if (type == typeof(int)) return FieldKind.Integer;
        if (type == typeof(string)) return FieldKind.Text;
        if (type == typeof(bool)) return FieldKind.Flag;
        if (type == typeof(string[])) return FieldKind.Texts;
        if (type.IsEnum) return FieldKind.Choice;
        if (type.GetElementType() is not { } element) return FieldKind.Record;
        return element.GetProperty("Id") is not null ? FieldKind.Table : KeyedByFirst.ContainsKey(element) ? FieldKind.Keyed : FieldKind.List;
    }

    public static bool IsNullable(PropertyInfo property, FieldKind kind) => kind == FieldKind.Record
        ? new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable // one shared by all would not bear two threads
        : System.Nullable.GetUnderlyingType(property.PropertyType) is not null;

    /// <summary>Lists whose absence says what an empty one would.</summary>
    public static bool IsOptional(PropertyInfo property) => property.Name is
        nameof(Segment.Replaces) or nameof(Segment.HomeTies) or nameof(State.TiesToSponsors) or nameof(State.TiesToStates)
        or nameof(Sponsor.PolicyChanges) or nameof(Sponsor.FixedOffers) or nameof(Scenario.Frictions);

    public static bool IsKey(PropertyInfo property) => KeyedByFirst.TryGetValue(property.DeclaringType!, out var key)
        ? property.Name == key : property.Name == "Id" && property.DeclaringType != typeof(Scenario);

    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>How a file writes a member of an enum: BestResponse is best-response.</summary>
    public static string KebabCase(string name)
    {
        var kebab = new StringBuilder();
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
