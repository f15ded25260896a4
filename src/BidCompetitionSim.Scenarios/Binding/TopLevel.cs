using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>Keys at the top of a file that are no fields of a scenario, and what they do to the tree.</summary>
internal static class TopLevel
{
    public const string Include = "include";

    /// <summary>What an estimation adds to weights that no scenario has a field for; a scenario that includes it takes no notice.</summary>
    public const string Hindcast = "hindcast";

    /// <summary>Values laid under every entry of a table.</summary>
    public static readonly (string Key, string Table)[] Defaults = [("stateDefaults", "states"), ("segmentDefaults", "segments"), ("linkDefaults", "links")];

    public static bool IsNoField(string key) => key is Include or Hindcast or "sources" || IsDefaults(key);

    public static bool IsDefaults(string key) => key is "stateDefaults" or "segmentDefaults" or "linkDefaults";

    /// <summary>The tree with defaults laid under every entry, and with all arrangements as arms if it names none.</summary>
    public static Mapping Expand(Mapping tree, Problems problems)
    {
        foreach (var (key, table) in Defaults)
        {
            if (tree[key] is not { } node) continue;
            if (node is not Mapping defaults) problems.Add(node, KeyPath.Root.Key(key), "a map");
            else if (tree[table] is Mapping entries) tree = Merge.With(tree, tree.KeyOf(table), Under(entries, defaults));
        }
        return tree["arms"] is null ? Merge.With(tree, new Scalar(tree.Position, "arms", true), Presets(tree.Position)) : tree;
    }

    private static Mapping Under(Mapping entries, Mapping defaults) => new(entries.Position,
        Array.ConvertAll(entries.Entries, entry => entry.Value is Mapping body
            ? entry with { Value = new Mapping(body.Position, Merge.Over(defaults, body).Entries, body.Size) } : entry), entries.Size);

    private static Mapping Presets(Position at)
    {
        var entries = new List<Entry>();
        foreach (var name in Arrangements.Names)
            entries.Add(new Entry(new Scalar(at, name, true),
                new Mapping(at, [new Entry(new Scalar(at, "preset", true), new Scalar(at, name, true))], 3)));
        return new Mapping(at, [.. entries], 1);
    }
}
