using System.Text.Json;
using BidCompetitionSim.Scenarios.Binding;

namespace BidCompetitionSim.Scenarios.Resolving;

/// <summary>Reads canonical JSON back into records.</summary>
internal static class CanonicalReader
{
    public static object Record(RecordType type, JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Wrong(path, json, "an object");
        var (record, read) = (type.New(), 0);
        foreach (var field in type.Fields)
        {
            if (json.TryGetProperty(field.Name, out var value)) field.Set(record, Value(field, value, path.Length == 0 ? field.Name : $"{path}.{field.Name}"));
            else if (field.Elective) continue;
            else throw new FormatException($"{path}: no {field.Name}.");
            read++;
        }
        if (json.EnumerateObject().Count() > read) throw new FormatException($"{path}: more properties than {type.Name} has.");
        return record;
    }

    private static object? Value(Field field, JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.Null) return field.Nullable ? null : throw Wrong(path, json, "a value");
        return (field.Kind, json.ValueKind) switch
        {
            (FieldKind.Text, JsonValueKind.String) => json.GetString(),
            (FieldKind.Flag, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
            (FieldKind.Date, JsonValueKind.Number) when json.TryGetInt32(out var day) => day,
            (FieldKind.Integer, JsonValueKind.Number) when json.TryGetInt32(out var number) && InBounds(field, number) => number,
            (FieldKind.Number, JsonValueKind.Number) when InBounds(field, json.GetDouble()) => json.GetDouble(),
            (FieldKind.Choice, JsonValueKind.String) when Choice(field.Type, json.GetString()!) is { } choice => choice,
            (FieldKind.Texts, JsonValueKind.Array) => json.EnumerateArray().Select(item => item.GetString() ?? throw Wrong(path, item, "a text")).ToArray(),
            (FieldKind.Record, _) => Record(RecordType.Of(field.Type), json, path),
            (FieldKind.Table or FieldKind.Keyed or FieldKind.List, JsonValueKind.Array) => Records(field, json, path),
            _ => throw Wrong(path, json, field.IsQuantity ? $"a number from {field.Min} to {field.Max}" : $"a {field.Kind}"),
        };
    }

    private static bool InBounds(Field field, double value) => value >= field.Min && value <= field.Max;

    private static object? Choice(Type type, string text)
    {
        foreach (var name in Enum.GetNames(type))
            if (RecordKeys.KebabCase(name) == text) return Enum.Parse(type, name);
        return null;
    }

    private static Array Records(Field field, JsonElement json, string path)
    {
        var (type, items, i) = (RecordType.Of(field.Type), Array.CreateInstance(field.Type, json.GetArrayLength()), 0);
        foreach (var item in json.EnumerateArray())
        {
            ((object[])items)[i] = Record(type, item, $"{path}[{i}]");
            i++;
        }
        return items;
    }

    private static FormatException Wrong(string path, JsonElement json, string expected) =>
        new($"{path}: found {Reading.Shown.Short(json.GetRawText())}, expected {expected}.");
}
