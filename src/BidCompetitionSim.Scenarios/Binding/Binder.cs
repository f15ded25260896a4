using BidCompetitionSim.Model.Secretariat;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>
/// Turns nodes into the scenario's records. It never stops at a problem: what is wrong is noted and left empty, so that everything wrong
/// is found in one go; a scenario with problems is thrown away by the caller.
/// </summary>
internal sealed class Binder(Context context)
{
    private readonly Problems _problems = context.Problems;
    private readonly ScalarReader _scalars = new(context);
    private readonly QuantityReader _quantities = new(context);

    private Secretariat? _secretariat;

    /// <summary>A record from a map of its fields.</summary>
    /// <param name="id">Its first field, if the map stands under it as a key.</param>
    /// <param name="fallback">A record whose values stand where the map has none.</param>
    public object Record(RecordType type, Mapping map, KeyPath path, string? id = null, object? fallback = null)
    {
        var record = type.New();
        context.Origins.Located(record, map, path);
        for (var i = 0; i < type.Fields.Length; i++)
        {
            var field = type.Fields[i];
            if (i == 0 && id is not null) field.Set(record, id);
            else if (map[field.Key] is { } node) field.Set(record, Value(field, node, path.Key(field.Key), record) ?? Empty(field));
            else field.Set(record, fallback is not null ? field.Get(fallback) : Absent(field, map, path));
            if (field.Type == typeof(Secretariat)) _secretariat = (Secretariat?)field.Get(record);
        }
        Unknown(type, map, path, id is null ? null : type.Fields[0].Key);
        return record;
    }

    private object? Value(Field field, Node node, KeyPath path, object owner) => field.Kind switch
    {
        FieldKind.Text => field.IsId ? _scalars.Id(node, path) : _scalars.Text(node, path),
        FieldKind.Texts => Texts(node, path),
        FieldKind.Flag => _scalars.Flag(node, path),
        FieldKind.Choice => _scalars.Choice(field.Type, node, path),
        FieldKind.Number => _quantities.Number(field, node, path, owner),
        FieldKind.Integer => _quantities.Number(field, node, path, owner) is { } value ? (int)Math.Round(value) : null,
        FieldKind.Date => _quantities.Date(field, node, path),
        FieldKind.Record => node is Mapping map ? Record(RecordType.Of(field.Type), map, path) : Refused(node, path, "a map"),
        FieldKind.List => List(field, node, path),
        _ => Table(field, node, path),
    };

    private string[] Texts(Node node, KeyPath path)
    {
        if (node is not Sequence list) return (string[]?)Refused(node, path, "a list of names") ?? [];
        var texts = new List<string>(list.Items.Length);
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (_scalars.Id(list.Items[i], path.Item(i)) is not { } text) continue;
            if (texts.Contains(text)) _problems.Add(list.Items[i].Position, path.Item(i).ToString(), $"{Shown.Quoted(text)} again", "each name once");
            else texts.Add(text);
        }
        texts.Sort(StringComparer.Ordinal);
        return [.. texts];
    }

    private Array List(Field field, Node node, KeyPath path)
    {
        var type = RecordType.Of(field.Type);
        if (node is not Sequence list) return Unread(field, node, path, "a list of maps");
        if (TooMany(field, node, list.Items.Length, path)) return Array.CreateInstance(field.Type, 0);
        var records = new List<object>(list.Items.Length);
        var names = ItemNames.Of(field.Key, list.Items);
        for (var i = 0; i < list.Items.Length; i++)
            if (list.Items[i] is Mapping map) records.Add(Record(type, map, path.Item(names[i])));
            else Refused(list.Items[i], path.Item(names[i]), "a map");
        return Sorted(field, type, records);
    }

    private Array Table(Field field, Node node, KeyPath path)
    {
        var type = RecordType.Of(field.Type);
        // An override can empty a table: a map would be laid over what is there.
        if (node is Sequence { Items.Length: 0 }) return Array.CreateInstance(field.Type, 0);
        if (node is not Mapping table) return Unread(field, node, path, "a map from ids");
        if (TooMany(field, node, table.Entries.Length, path)) return Array.CreateInstance(field.Type, 0);
        var records = new List<object>(table.Entries.Length);
        foreach (var entry in table.Entries)
            if (_scalars.Id(entry.Key, path.Key(entry.Key.Text)) is not { } id) continue;
            else if (Element(type, entry.Value, path.Key(id), id) is { } record) records.Add(record);
            else context.Unread.Add(id);
        return Sorted(field, type, records);
    }

    /// <summary>One entry of a table; where a record has but one field besides its key, the entry is that field.</summary>
    private object? Element(RecordType type, Node node, KeyPath path, string id)
    {
        if (type.Name == nameof(Arm)) return Arm(type, node, path, id);
        if (!type.IsPair) return node is Mapping map ? Record(type, map, path, id) : Refused(node, path, "a map");
        var record = type.New();
        context.Origins.Located(record, node as Mapping ?? new Mapping(node.Position, [], 1), path);
        type.Fields[0].Set(record, id);
        type.Fields[1].Set(record, Value(type.Fields[1], node, path, record) ?? Empty(type.Fields[1]));
        return record;
    }

    /// <summary>An arm may start from a named arrangement and change some switches.</summary>
    private object? Arm(RecordType type, Node node, KeyPath path, string id)
    {
        if (node is not Mapping map) return Refused(node, path, "a map");
        if (map["preset"] is not { } preset) return Record(type, map, path, id);
        var switches = Merge.Without(map, static key => key == "preset");
        if (preset is not Scalar name || _secretariat is null || Arrangements.Named(name.Text, _secretariat) is not { } arrangement)
        {
            if (preset is not Scalar || _secretariat is not null)
                _problems.Add(preset, path.Key("preset"), $"one of {string.Join(", ", Arrangements.All)}",
                    preset is Scalar wrong ? Nearest.Hint(wrong.Text, Arrangements.All) : null);
            return null;
        }
        return Record(type, switches, path, id, fallback: arrangement);
    }

    private static Array Sorted(Field field, RecordType type, List<object> records)
    {
        records.Sort(new RecordOrder(type));
        var array = Array.CreateInstance(field.Type, records.Count);
        for (var i = 0; i < records.Count; i++) ((object[])array)[i] = records[i];
        return array;
    }

    private bool TooMany(Field field, Node node, int count, KeyPath path)
    {
        var most = Limits.EntriesOf(field.Key);
        if (count <= most) return false;
        _problems.Add(node.Position, path.ToString(), $"{count} entries", $"at most {most}");
        _problems.PartUnread = true;
        return true;
    }

    private object? Absent(Field field, Mapping map, KeyPath path)
    {
        if (!field.Optional) _problems.AddMissing(map.Position, path.ToString(), $"no {field.Key}", $"{field.Key}: {field.Meaning}", HintFor(field, map));
        return Empty(field);
    }

    private static string? HintFor(Field field, Mapping map) =>
        Nearest.To(field.Key, map.Entries.Select(entry => entry.Key.Text)) is { } near && near != field.Key ? $"is {near} meant to be it?" : null;

    private void Unknown(RecordType type, Mapping map, KeyPath path, string? idKey)
    {
        foreach (var entry in map.Entries)
        {
            if (type.Find(entry.Key.Text) is not null && entry.Key.Text != idKey) continue;
            var valid = type.Keys.Where(key => key != idKey);
            _problems.Add(entry.Key.Position, path.ToString(), $"the unknown key {Shown.Quoted(entry.Key.Text)}",
                $"one of {string.Join(", ", valid)}", type.Named(entry.Key.Text) is { } named ? $"did you mean {named.Key}?" : Nearest.Hint(entry.Key.Text, valid));
        }
    }

    private Array Unread(Field field, Node node, KeyPath path, string expected)
    {
        Refused(node, path, expected);
        _problems.PartUnread = true;
        return Array.CreateInstance(field.Type, 0);
    }

    private object? Refused(Node node, KeyPath path, string expected)
    {
        _problems.Add(node, path, expected);
        return null;
    }

    /// <summary>What stands in a field until somebody mends the file, or a rule computes it.</summary>
    private static object? Empty(Field field) => field.Kind switch
    {
        FieldKind.Text => "",
        FieldKind.Texts => Array.Empty<string>(),
        FieldKind.Flag => false,
        FieldKind.Choice => Enum.ToObject(field.Type, 0),
        FieldKind.Number => field.Nullable ? null : double.NaN,
        FieldKind.Integer or FieldKind.Date => field.Nullable ? null : 0,
        FieldKind.Record => field.Nullable ? null : Activator.CreateInstance(field.Type),
        _ => Array.CreateInstance(field.Type, 0),
    };
}
