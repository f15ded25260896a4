using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>Lists the numbers of a scenario as they were written.</summary>
internal static class ParameterList
{
    public static (Parameter Parameter, Node Node)[] Of(Mapping tree, Context context)
    {
        var names = new Dictionary<Node, string>(ReferenceEqualityComparer.Instance);
        foreach (var (key, _) in TopLevel.Defaults)
            if (tree[key] is Mapping defaults) Name(defaults, KeyPath.Root.Key(key), names);
        return [.. context.Origins.Quantities.Select(origin => (Parameter(origin, names), origin.Quantity.Node))
            .OrderBy(parameter => parameter.Item1.Name, StringComparer.Ordinal)];
    }

    /// <summary>What is written among the defaults is known by its place there, however many entries it feeds.</summary>
    private static void Name(Mapping map, KeyPath path, Dictionary<Node, string> names)
    {
        foreach (var entry in map.Entries)
        {
            names.TryAdd(entry.Value, path.Key(entry.Key.Text).ToString());
            if (entry.Value is Mapping below) Name(below, path.Key(entry.Key.Text), names);
        }
    }

    private static Parameter Parameter(Origin origin, Dictionary<Node, string> names)
    {
        var quantity = origin.Quantity;
        var paths = origin.Feeds.Select(static path => path.ToString()).Order(StringComparer.Ordinal).ToArray();
        return new Parameter
        {
            Name = names.GetValueOrDefault(quantity.Node) ?? paths[0],
            Paths = paths,
            Value = quantity.Value,
            Unit = origin.Field.Kind == FieldKind.Date ? "date" : origin.Field.Unit,
            Meaning = origin.Field.Meaning,
            Year = quantity.Year,
            Sources = quantity.Sources,
            Confidence = quantity.Confidence,
            Derivation = quantity.Derivation,
            From = quantity.From,
            Assumed = quantity.Assumed,
            Range = quantity.Range,
            Note = quantity.Note,
            File = quantity.Node.Position.File,
            Line = quantity.Node.Position.Line,
        };
    }
}
