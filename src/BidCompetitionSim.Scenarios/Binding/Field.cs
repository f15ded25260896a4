using System.Reflection;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>What a property of a scenario's record holds, and so what a file writes for it.</summary>
internal enum FieldKind { Text, Texts, Flag, Choice, Number, Integer, Date, Record, Table, Keyed, List }

/// <summary>A property of one of the scenario's records, as a file sees it.</summary>
internal sealed class Field
{
    // Reading and writing the field behind the property spares compiling some 600 accessors, a third of the time that loading takes in a
    // fresh process. The records are plain: none of their accessors does more.
    private readonly FieldInfo _stored;
    private readonly PropertyInfo _property;

    public Field(PropertyInfo property)
    {
        var attributes = Attribute.GetCustomAttributes(property);
        var (quantity, named) = (Find<QuantityAttribute>(attributes), Find<FileKeyAttribute>(attributes));
        _property = property;
        _stored = property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)
            ?? throw new ArgumentException($"{property.DeclaringType}.{property.Name} is not a plain property.", nameof(property));
        Kind = RecordKeys.KindOf(property, isDate: Find<DateAttribute>(attributes) is not null);
        Key = named?.Key ?? RecordKeys.KeyOf(property, Kind, isQuantity: quantity is not null);
        Unit = named?.Unit ?? QuantityAttribute.UnitOf(property.Name);
        (Min, Max) = (quantity?.Min ?? double.NegativeInfinity, quantity?.Max ?? double.PositiveInfinity);
        Meaning = quantity?.Meaning ?? Find<DateAttribute>(attributes)?.Meaning ?? Find<MeaningAttribute>(attributes)?.Text ?? "";
        Nullable = RecordKeys.IsNullable(property, Kind);
        Elective = Find<ElectiveAttribute>(attributes) is not null;
        Optional = Elective || named is { Optional: true } || RecordKeys.IsOptional(property) || (Kind == FieldKind.Record && Nullable);
    }

    /// <summary>The record it belongs to.</summary>
    public Type Owner => _property.DeclaringType!;

    /// <summary>Its name in a resolved scenario, unit included.</summary>
    public string Name => field ??= RecordKeys.CamelCase(_property.Name);

    /// <summary>Its name in a file.</summary>
    public string Key { get; }

    public FieldKind Kind { get; }

    /// <summary>The enum of a choice, the record of a record, the element of a table or list.</summary>
    public Type Type => _property.PropertyType.GetElementType() ?? _property.PropertyType;

    /// <summary>Whether null is a value: for a number it says that a rule computes it, for a record that there is none.</summary>
    public bool Nullable { get; }

    /// <summary>Whether a file may leave it out: then the list is empty, the record absent.</summary>
    public bool Optional { get; }

    /// <summary>Whether a resolved scenario leaves it out where it <see cref="IsEmpty"/>.</summary>
    public bool Elective { get; }

    public double Min { get; }

    public double Max { get; }

    public string Unit { get; }

    public string Meaning { get; }

    /// <summary>Whether files write it as the key of a table's entry.</summary>
    public bool IsKey => RecordKeys.IsKey(_property);

    /// <summary>Whether it is a scenario's own name rather than a text.</summary>
    public bool IsId => Key == "scenario";

    public bool IsQuantity => Kind is FieldKind.Number or FieldKind.Integer;

    public object? Get(object record) => _stored.GetValue(record);

    public void Set(object record, object? value) => _stored.SetValue(record, value);

    /// <summary>Whether the value is what stands in an elective field that a scenario does without.</summary>
    public static bool IsEmpty(object? value) => value switch
    {
        null or false or "" => true,
        Array list => list.Length == 0,
        Enum choice => Convert.ToInt64(choice, System.Globalization.CultureInfo.InvariantCulture) == 0,
        _ => false,
    };

    private static T? Find<T>(Attribute[] attributes) where T : Attribute
    {
        foreach (var attribute in attributes)
            if (attribute is T found) return found;
        return null;
    }
}
