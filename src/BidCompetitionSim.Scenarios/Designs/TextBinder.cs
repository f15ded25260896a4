using System.Globalization;
using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Designs;

/// <summary>Turns nodes into records of plain fields. It never stops at a problem: what is wrong is noted and left out.</summary>
internal sealed class TextBinder(Problems problems)
{
    private readonly ScalarReader _scalars = new(new Context(problems, new Dictionary<string, string>(), default, new Origins()));

    public object Record(Type type, Mapping map, KeyPath path)
    {
        var record = Activator.CreateInstance(type)!;
        var fields = TextField.Of(type);
        foreach (var field in fields)
            if (map[field.Key] is not { } node) Absent(field, map, path);
            else if (Value(field, field.Type, node, path.Key(field.Key)) is { } value) field.Set(record, value);
        var keys = Array.ConvertAll(fields, static field => field.Key);
        foreach (var entry in map.Entries)
            if (Array.IndexOf(keys, entry.Key.Text) < 0)
                problems.Add(entry.Key.Position, path.ToString(), $"the unknown key {Shown.Quoted(entry.Key.Text)}", $"one of {string.Join(", ", keys)}", Nearest.Hint(entry.Key.Text, keys));
        return record;
    }

    private void Absent(TextField field, Mapping map, KeyPath path)
    {
        if (field.IsRequired) problems.Add(map.Position, path.ToString(), $"no {field.Key}", $"{field.Key}: {field.Meaning}", Nearest.Hint(field.Key, map.Entries.Select(static e => e.Key.Text)));
    }

    private object? Value(TextField field, Type type, Node node, KeyPath path)
    {
        if (type == typeof(string)) return _scalars.Text(node, path);
        if (type == typeof(bool)) return _scalars.Flag(node, path);
        if (type == typeof(int)) return Whole(field, node, path);
        if (type == typeof(ulong)) return Seed(node, path);
        if (type == typeof(double)) return _scalars.Number(node, path);
        if (type.IsEnum) return _scalars.Choice(type, node, path);
        if (type == typeof(Dictionary<string, double>)) return Numbers(node, path);
        if (type.GetElementType() is { } element) return List(field, element, node, path);
        if (node is Mapping map) return Record(type, map, path);
        problems.Add(node, path, "a map");
        return null;
    }

    private int? Whole(TextField field, Node node, KeyPath path)
    {
        if (_scalars.Number(node, path) is not { } value) return null;
        if (value == Math.Floor(value) && value >= field.Min && value <= field.Max) return (int)value;
        problems.Add(node, path, $"a whole number from {Shown.Number(field.Min)} to {Shown.Number(field.Max)}");
        return null;
    }

    private ulong? Seed(Node node, KeyPath path)
    {
        if (node is Scalar { Plain: true } text && ulong.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)) return seed;
        problems.Add(node, path, $"a whole number from 0 to {ulong.MaxValue}");
        return null;
    }

    private Dictionary<string, double>? Numbers(Node node, KeyPath path)
    {
        if (node is not Mapping map)
        {
            problems.Add(node, path, "a map from names to numbers");
            return null;
        }
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
            if (_scalars.Number(entry.Value, path.Key(entry.Key.Text)) is { } value) numbers[entry.Key.Text] = value;
        return numbers;
    }

    private Array? List(TextField field, Type element, Node node, KeyPath path)
    {
        if (node is not Sequence list)
        {
            problems.Add(node, path, "a list");
            return null;
        }
        // What could not be read keeps its place, so that further problems of the others are told at theirs.
        var array = Array.CreateInstance(element, list.Items.Length);
        for (var k = 0; k < list.Items.Length; k++) array.SetValue(Value(field, element, list.Items[k], path.Item(k)) ?? (element == typeof(double) ? double.NaN : null), k);
        return array;
    }
}
