using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>Reads numbers and dates together with their provenance, and keeps the record of it.</summary>
internal sealed class QuantityReader(Context context)
{
    private readonly Problems _problems = context.Problems;
    private readonly ScalarReader _scalars = new(context);

    /// <summary>The value of a number in the model's unit; null if it is wrong (a problem says so) or if a rule computes it (the context knows).</summary>
    public double? Number(Field field, Node node, KeyPath path, object owner)
    {
        if (node is Scalar bare && Context.IsOverride(node)) return Override(field, bare, path, owner);
        if (node is not Mapping map)
        {
            _problems.Add(node, path, $"a quantity {{ value: …, unit: {field.Unit}, source: … }}");
            return null;
        }
        var before = _problems.Count;
        var shift = Shift(field, map, path);
        var quantity = Provenance(map, path);
        if (map["date"] is { } date) _problems.Add(date, path, "a value, not a date");
        if (map["value"] is { } value) quantity.Value = Bounded(field, value, path.Key("value"), shift);
        if (map["range"] is { } range) quantity.Range = Range(range, path.Key("range"), item => Bounded(field, item, path.Key("range"), shift));
        CheckReason(field, quantity, map, path);
        if (_problems.Count > before) return null;
        return Fed(field, quantity, path, owner);
    }

    /// <summary>Notes where the number goes; an analysis may have set it to something else.</summary>
    private double? Fed(Field field, Quantity quantity, KeyPath path, object owner)
    {
        context.Origins.Feed(quantity, field, path);
        if (context.Origins.Overridden(quantity.Node) is not { } value)
        {
            if (quantity.Value is null) context.Pending.Add(new Pending(owner, field, quantity, path));
            return quantity.Value;
        }
        if (field.Kind == FieldKind.Integer) value = Math.Round(value);
        if (value >= field.Min && value <= field.Max) return value;
        _problems.Add(quantity.Node.Position, path.ToString(), Shown.Number(value), Expected(field));
        return null;
    }

    /// <summary>The day of a date, counted from the start; null if it is wrong.</summary>
    public int? Date(Field field, Node node, KeyPath path)
    {
        if (node is not Mapping map) return _scalars.Date(node, path) is { } bare ? context.DayOf(bare) : null;
        var before = _problems.Count;
        var quantity = Provenance(map, path);
        foreach (var key in (string[])["value", "unit", "derivation"])
            if (map[key] is { } odd) _problems.Add(odd, path.Key(key), "a date");
        quantity.Value = Day(map["date"] ?? map, path.Key("date"));
        if (map["range"] is { } range) quantity.Range = Range(range, path.Key("range"), item => Day(item, path.Key("range")));
        CheckReason(field, quantity, map, path);
        if (_problems.Count > before) return null;
        context.Origins.Feed(quantity, field, path);
        return (int)Math.Round(context.Origins.Overridden(map) ?? quantity.Value!.Value);
    }

    private double? Day(Node node, KeyPath path) => _scalars.Date(node, path) is { } date ? context.DayOf(date) : null;

    /// <summary>A bare number of the command line, in the model's unit or followed by its own.</summary>
    private double? Override(Field field, Scalar text, KeyPath path, object owner)
    {
        var space = text.Text.IndexOf(' ');
        var (number, unit) = space < 0 ? (text.Text, field.Unit) : (text.Text[..space], text.Text[(space + 1)..].Trim());
        if (Units.Shift(unit, field.Unit) is not { } shift) return WrongUnit(text, field, path);
        if (Bounded(field, new Scalar(text.Position, number, true), path, shift) is not { } value) return null;
        var quantity = new Quantity { Node = text, Value = value, Assumed = "set on the command line", Range = new PlausibleRange(value, value) };
        return Fed(field, quantity, path, owner);
    }

    private int Shift(Field field, Mapping map, KeyPath path)
    {
        var written = map["unit"] is { } unit ? _scalars.Text(unit, path.Key("unit")) : null;
        if (Units.Shift(written, field.Unit) is { } shift) return shift;
        // A number that a rule computes has the model's unit: saying it again is not asked.
        if (map["unit"] is { } wrong) WrongUnit(wrong, field, path.Key("unit"));
        else if (map["value"] is not null) _problems.Add(map.Position, path.ToString(), "no unit", $"unit: {field.Unit}");
        return 0;
    }

    private double? WrongUnit(Node found, Field field, KeyPath path)
    {
        _problems.Add(found, path, $"the unit {string.Join(" or ", Units.WritingsOf(field.Unit))}");
        return null;
    }

    private double? Bounded(Field field, Node node, KeyPath path, int shift)
    {
        if (_scalars.Number(node, path, shift) is not { } value) return null;
        if (field.Kind == FieldKind.Integer && value != Math.Floor(value)) _problems.Add(node, path, "a whole number");
        else if (value < field.Min || value > field.Max) _problems.Add(node, path, Expected(field));
        else return value;
        return null;
    }

    private static string Expected(Field field) =>
        $"a number from {Shown.Number(field.Min)} to {Shown.Number(field.Max)}{(field.Unit == "1" ? "" : " " + field.Unit)}";

    private PlausibleRange? Range(Node node, KeyPath path, Func<Node, double?> end)
    {
        if (node is Sequence { Items: [var first, var last] })
        {
            var (low, high) = (end(first), end(last));
            if (low is null || high is null) return null;
            if (low <= high) return new PlausibleRange(low.Value, high.Value);
        }
        _problems.Add(node, path, "a range [low, high]");
        return null;
    }

    private Quantity Provenance(Mapping map, KeyPath path)
    {
        foreach (var entry in map.Entries)
            if (Array.IndexOf(Quantity.Keys, entry.Key.Text) < 0)
                _problems.Add(entry.Key.Position, path.ToString(), $"the unknown key {Shown.Quoted(entry.Key.Text)}", $"one of {string.Join(", ", Quantity.Keys)}",
                    Nearest.Hint(entry.Key.Text, Quantity.Keys));
        var quantity = new Quantity
        {
            Node = map,
            From = Text(map, "from", path), Assumed = Text(map, "assumed", path), Note = Text(map, "note", path), Derivation = Text(map, "derivation", path),
        };
        if (map["source"] is { } source) quantity.Sources = Sources(source, path.Key("source"));
        if (map["year"] is { } year) quantity.Year = _scalars.Year(year, path.Key("year"));
        if (map["confidence"] is { } confidence) quantity.Confidence = (Confidence?)_scalars.Choice(typeof(Confidence), confidence, path.Key("confidence"));
        return quantity;
    }

    private string? Text(Mapping map, string key, KeyPath path) => map[key] is { } node ? _scalars.Text(node, path.Key(key)) : null;

    private string[] Sources(Node node, KeyPath path)
    {
        var nodes = node is Sequence list ? list.Items : [node];
        var keys = new List<string>(nodes.Length);
        foreach (var item in nodes)
        {
            if (_scalars.Text(item, path) is not { } key) continue;
            if (context.Sources.ContainsKey(key)) keys.Add(key);
            else _problems.AddMissing(item.Position, path.ToString(), item.Describe(), "a key of sources", Nearest.Hint(key, context.Sources.Keys));
        }
        if (nodes.Length == 0) _problems.Add(node, path, "at least one key of sources");
        return [.. keys];
    }

    /// <summary>Exactly one of source, derivation and assumed, each with what belongs to it.</summary>
    private void CheckReason(Field field, Quantity quantity, Mapping map, KeyPath path)
    {
        var (sourced, derived, assumed) = (map["source"] is not null, map["derivation"] is not null, map["assumed"] is not null);
        var reasons = (sourced ? 1 : 0) + (derived ? 1 : 0) + (assumed ? 1 : 0);
        if (reasons != 1)
            _problems.Add(map.Position, path.ToString(), reasons == 0 ? "no provenance" : "more than one provenance", "exactly one of source, derivation, assumed");
        if (sourced && map["year"] is null && field.Kind != FieldKind.Date)
            _problems.Add(map.Position, path.ToString(), "a sourced number without year", "the year it speaks of");
        if (assumed && map["range"] is null) _problems.Add(map.Position, path.ToString(), "an assumed value without range", "range: [low, high]");
        if (quantity.Range is { } range && quantity.Value is { } value && (value < range.Low || value > range.High))
            _problems.Add(map["range"]!, path.Key("range"), $"a range that holds the value {Shown.Number(value)}");
        if (field.Kind == FieldKind.Date) return;
        var computed = quantity.Derivation is { } rule && Deriving.Rules.Computes(rule, field);
        if (map["value"] is null && !computed)
            _problems.Add(map.Position, path.ToString(), derived ? $"the rule {Shown.Quoted(quantity.Derivation ?? "")} without value" : "no value",
                "a value", derived ? Nearest.Hint(quantity.Derivation ?? "", Deriving.Rules.For(field)) : null);
        if (map["value"] is not null && computed) _problems.Add(map["value"]!, path.Key("value"), $"no value: the rule {quantity.Derivation} computes it");
    }
}
