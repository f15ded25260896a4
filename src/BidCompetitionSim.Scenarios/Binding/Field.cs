using System.Reflection;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>What a property of a scenario's record holds, and so what a file writes for it.</summary>
internal enum FieldKind { Text, Texts, Flag, Choice, Number, Integer, Date, Record, Table, Keyed, List }

/// <summary>A property of one of the scenario's records, as a file sees it.</summary>
internal abstract class Field(PropertyInfo property)
{
    private readonly QuantityAttribute? _quantity = property.GetCustomAttribute<QuantityAttribute>();

    /// <summary>The record it belongs to.</summary>
    public Type Owner { get; } = property.DeclaringType!;

    /// <summary>Its name in a resolved scenario, unit included.</summary>
    public string Name { get; } = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    /// <summary>Its name in a file.</summary>
    public string Key { get; } = RecordKeys.KeyOf(property);

    public FieldKind Kind { get; } = RecordKeys.KindOf(property);

    /// <summary>The enum of a choice, the record of a record, the element of a table or list.</summary>
    public Type Type { get; } = property.PropertyType is { IsArray: true } array ? array.GetElementType()! : property.PropertyType;

    /// <summary>Whether null is a value: for a number it says that a rule computes it, for a record that there is none.</summary>
    public bool Nullable { get; } = RecordKeys.IsNullable(property);

    /// <summary>Whether a file may leave it out: then the list is empty, the record absent.</summary>
    public bool Optional { get; } = RecordKeys.IsOptional(property);

    public double Min => _quantity?.Min ?? double.NegativeInfinity;

    public double Max => _quantity?.Max ?? double.PositiveInfinity;

    public string Unit { get; } = RecordKeys.UnitOf(property);

    public string Meaning { get; } = RecordKeys.MeaningOf(property);

    /// <summary>Whether files write it as the key of a table's entry.</summary>
    public bool IsKey { get; } = RecordKeys.IsKey(property);

    public bool IsQuantity => Kind is FieldKind.Number or FieldKind.Integer;

    public abstract object? Get(object record);

    public abstract void Set(object record, object? value);
}

/// <summary>The same with its accessors; numbers are boxed on the way, which files can afford.</summary>
internal sealed class Field<TRecord, TValue>(PropertyInfo property) : Field(property) where TRecord : class
{
    private readonly Func<TRecord, TValue> _get = property.GetMethod!.CreateDelegate<Func<TRecord, TValue>>();
    private readonly Action<TRecord, TValue> _set = property.SetMethod!.CreateDelegate<Action<TRecord, TValue>>();

    public override object? Get(object record) => _get((TRecord)record);

    public override void Set(object record, object? value) => _set((TRecord)record, (TValue)value!);
}
