using System.Globalization;
using System.Text;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>Puts <c>path=value</c> overrides into a merged tree; whether they make sense is found out when the tree is bound.</summary>
internal static class Overrides
{
    private const int NamesListed = 12;

    private readonly record struct Override(Position At, string Path, string[] Steps, Node Value);

    /// <summary>
    /// The tree with defaults laid under their tables and all overrides applied: those of defaults before, so that they reach every entry.
    /// </summary>
    public static Mapping Apply(Mapping tree, IReadOnlyList<string> overrides, Problems problems)
    {
        var read = new List<Override>(overrides.Count);
        for (var i = 0; i < overrides.Count; i++)
            if (Read(overrides[i], i + 1, problems) is { } one) read.Add(one);
        foreach (var one in read)
            if (TopLevel.IsDefaults(one.Steps[0])) tree = (Mapping)Set(tree, one, 0, problems);
        tree = TopLevel.Expand(tree, problems);
        foreach (var one in read)
            if (!TopLevel.IsDefaults(one.Steps[0])) tree = (Mapping)Set(tree, one, 0, problems);
        return tree;
    }

    private static Override? Read(string text, int line, Problems problems)
    {
        var at = new Position(Context.OverrideFile, line, 1);
        var equals = text.IndexOf('=');
        if (equals <= 0)
        {
            problems.Add(at, "", Shown.Quoted(text), "path=value, such as secretariat.strength=0.8");
            return null;
        }
        var yaml = Encoding.UTF8.GetBytes("v: " + text[(equals + 1)..]);
        if (YamlText.Read(Context.OverrideFile, yaml, problems, line) is not { } map) return null;
        return new Override(at, text[..equals], text[..equals].Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.'), map.Entries[0].Value);
    }

    private static Node Set(Node node, in Override one, int depth, Problems problems)
    {
        if (depth == one.Steps.Length) return node is Mapping && one.Value is Mapping ? Merge.Over(node, one.Value) : one.Value;
        var step = one.Steps[depth];
        switch (node)
        {
            case Mapping map when map[step] is { } below:
                return Merge.With(map, map.KeyOf(step), Set(below, one, depth + 1, problems));
            case Mapping map when depth == one.Steps.Length - 1 && depth > 0:
                return Merge.With(map, new Scalar(one.At, step, true), one.Value); // the binder knows whether there is such a key
            case Sequence list when IndexOf(step, list, one.Steps[depth - 1]) is { } index:
                Node[] items = [.. list.Items];
                items[index] = Set(items[index], one, depth + 1, problems);
                return new Sequence(list.Position, items, list.Size);
        }
        var known = node switch
        {
            Mapping map => Array.ConvertAll(map.Entries, static entry => entry.Key.Text),
            Sequence list => ItemNames.Of(one.Steps[depth - 1], list.Items),
            _ => [],
        };
        var expected = node is Sequence ? $"one of {string.Join(", ", known.Take(NamesListed))}{(known.Length > NamesListed ? ", …" : "")}" : "a path of the scenario";
        problems.AddMissing(one.At, one.Path, $"no {Shown.Quoted(step)}", expected, Nearest.Hint(step, known));
        return node;
    }

    /// <summary>An item by its name, or by its number from 0; null if there is none.</summary>
    private static int? IndexOf(string step, Sequence list, string key) => Array.IndexOf(ItemNames.Of(key, list.Items), step) switch
    {
        >= 0 and var named => named,
        _ => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Length ? index : null,
    };
}
