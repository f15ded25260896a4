using System.Globalization;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Describing;

/// <summary>
/// All values of a scenario, read off its types: what is listed here is what runs, whatever files it came from. Elective parts that a scenario does
/// without have no values.
/// </summary>
public sealed class ScenarioValues
{
    private readonly List<ScenarioValue> _values = [];
    private readonly SortedSet<string> _entries = new(StringComparer.Ordinal);
    private readonly DateOnly _start;

    private ScenarioValues(Scenario scenario)
    {
        _start = DateOnly.ParseExact(scenario.StartDate, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Record(RecordType.Of(typeof(Scenario)), scenario, new Place(KeyPath.Root, "", []));
    }

    /// <summary>The values, in the order of the types.</summary>
    public IReadOnlyList<ScenarioValue> All => _values;

    /// <summary>Paths of all entries of tables and lists and of all parts, sorted.</summary>
    public IReadOnlyCollection<string> Entries => _entries;

    /// <summary>The values of a scenario.</summary>
    public static ScenarioValues Of(Scenario scenario) => new(scenario);

    private void Record(RecordType type, object record, Place place, Field? named = null)
    {
        foreach (var field in type.Fields)
        {
            var value = field.Get(record);
            if (field == named || (field.Elective && Field.IsEmpty(value))) continue;
            switch (field.Kind)
            {
                case FieldKind.Record when value is not null: Part(field, value, place.Part(field.Key)); break;
                case FieldKind.Table or FieldKind.Keyed or FieldKind.List: Records(field, (object[])value!, place.Part(field.Key)); break;
                default: Add(field, value, place); break;
            }
        }
    }

    private void Part(Field field, object value, Place place)
    {
        _entries.Add(place.Path.ToString());
        Record(RecordType.Of(field.Type), value, place);
    }

    private void Records(Field field, object[] records, Place place)
    {
        var type = RecordType.Of(field.Type);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < records.Length; i++)
        {
            var name = field.Kind == FieldKind.List ? ItemName(field, type, records[i]) : TextOf(type.Fields[0], type.Fields[0].Get(records[i]));
            if (name is null || !known.Add(name)) name = $"{i}";
            var entry = place.Entry(field.Kind == FieldKind.List ? place.Path.Item(name) : place.Path.Key(name), name);
            _entries.Add(entry.Path.ToString());
            if (type.IsPair) Pair(type.Fields[1], type.Fields[1].Get(records[i]), entry);
            else Record(type, records[i], entry, named: field.Kind == FieldKind.List ? null : type.Fields[0]);
        }
    }

    // The entry of a table of pairs is the value itself.
    private void Pair(Field field, object? value, Place entry) =>
        _values.Add(new ScenarioValue(entry.Path.ToString(), entry.Table, entry.Names, field.Key, TextOf(field, value), UnitOf(field), field.Meaning));

    private void Add(Field field, object? value, Place place) => _values.Add(new ScenarioValue(
        place.Path.Key(field.Key).ToString(), place.Table, place.Names, field.Key, TextOf(field, value), UnitOf(field), field.Meaning));

    private string? ItemName(Field field, RecordType type, object record)
    {
        var keys = ItemNames.KeysOf(field.Key).Select(type.Find).ToArray();
        return keys.Length > 0 && Array.TrueForAll(keys, static key => key is not null) ? string.Join('/', keys.Select(key => TextOf(key!, key!.Get(record)))) : null;
    }

    private string TextOf(Field field, object? value) => (field.Kind, value) switch
    {
        (_, null) => "-",
        (FieldKind.Date, int day) => _start.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, double number) => Shown.Number(number),
        (_, int number) => number.ToString(CultureInfo.InvariantCulture),
        (_, bool flag) => flag ? "yes" : "no",
        (_, Enum choice) => RecordKeys.KebabCase(choice.ToString()),
        (_, string[] texts) => texts.Length == 0 ? "-" : string.Join(", ", texts),
        (_, var other) => other.ToString()!,
    };

    private static string UnitOf(Field field) => field.Kind == FieldKind.Date ? "date" : field.IsQuantity ? field.Unit : "";

    /// <summary>Where the walk is: by path, by table and by the names of entries passed.</summary>
    private readonly record struct Place(KeyPath Path, string Table, IReadOnlyList<string> Names)
    {
        public Place Part(string key) => new(Path.Key(key), Table.Length == 0 ? key : $"{Table}.{key}", Names);

        public Place Entry(KeyPath path, string name) => new(path, Table, [.. Names, name]);
    }
}
