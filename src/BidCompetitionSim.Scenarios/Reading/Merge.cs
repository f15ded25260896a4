namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>Lays one value over another: maps merge key by key, deeply; anything else, a quantity included, is replaced whole.</summary>
internal static class Merge
{
    public static Node Over(Node below, Node above) =>
        below is Mapping b && above is Mapping a && !IsQuantity(a) && !IsQuantity(b) ? Over(b, a) : above;

    public static Mapping Over(Mapping below, Mapping above)
    {
        var entries = new List<Entry>(below.Entries.Length + above.Entries.Length);
        foreach (var entry in below.Entries)
        {
            var over = above.IndexOf(entry.Key.Text);
            entries.Add(over < 0 ? entry : above.Entries[over] with { Value = Over(entry.Value, above.Entries[over].Value) });
        }
        foreach (var entry in above.Entries)
            if (below.IndexOf(entry.Key.Text) < 0) entries.Add(entry);
        return new Mapping(above.Position, [.. entries], above.Size);
    }

    /// <summary>The map with one key set to a value.</summary>
    public static Mapping With(Mapping map, Scalar key, Node value)
    {
        var at = map.IndexOf(key.Text);
        var entry = new Entry(key, value);
        Entry[] entries = at < 0 ? [.. map.Entries, entry] : [.. map.Entries];
        if (at >= 0) entries[at] = entry;
        return new Mapping(map.Position, entries, map.Size);
    }

    /// <summary>The map without the keys that a test names.</summary>
    public static Mapping Without(Mapping map, Func<string, bool> dropped) =>
        new(map.Position, [.. map.Entries.Where(entry => !dropped(entry.Key.Text))], map.Size);

    private static bool IsQuantity(Mapping map) =>
        map["value"] is not null || map["derivation"] is not null || map["assumed"] is not null || map["date"] is not null;
}
