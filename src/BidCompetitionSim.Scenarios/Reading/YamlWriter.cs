using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>Writes a tree as text that reads back to an equal one: aliases stay aliases, and what was plain and can mean more than a text stays plain.</summary>
internal sealed partial class YamlWriter
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _text = new();
    private readonly Dictionary<Node, int> _anchors = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Node> _written = new(ReferenceEqualityComparer.Instance);

    private YamlWriter(Mapping tree) => FindShared(tree, new HashSet<Node>(ReferenceEqualityComparer.Instance));

    public static string Write(Mapping tree)
    {
        var yaml = new YamlWriter(tree);
        yaml.Entries(tree, 0);
        return yaml._text.ToString();
    }

    private void FindShared(Node node, HashSet<Node> seen)
    {
        if (!seen.Add(node))
        {
            _anchors.TryAdd(node, _anchors.Count + 1);
            return;
        }
        if (node is Mapping map)
            foreach (var entry in map.Entries) FindShared(entry.Value, seen);
        else if (node is Sequence list)
            foreach (var item in list.Items) FindShared(item, seen);
    }

    private void Entries(Mapping map, int depth)
    {
        foreach (var entry in map.Entries)
        {
            Indent(depth).Append(Shown(entry.Key)).Append(':');
            Value(entry.Value, depth + 1);
        }
    }

    private void Items(Sequence list, int depth)
    {
        foreach (var item in list.Items)
        {
            Indent(depth).Append('-');
            Value(item, depth + 1);
        }
    }

    /// <summary>Writes what stands behind a colon or a dash, to the end of its last line.</summary>
    private void Value(Node node, int depth)
    {
        if (_anchors.TryGetValue(node, out var anchor))
        {
            var first = _written.Add(node);
            _text.Append(first ? " &a" : " *a").Append(anchor);
            if (!first)
            {
                _text.Append('\n');
                return;
            }
        }
        switch (node)
        {
            case Mapping { Entries.Length: > 0 } map:
                _text.Append('\n');
                Entries(map, depth);
                break;
            case Sequence { Items.Length: > 0 } list:
                _text.Append('\n');
                Items(list, depth);
                break;
            default:
                _text.Append(' ').Append(node is Scalar scalar ? Shown(scalar) : node is Mapping ? "{}" : "[]").Append('\n');
                break;
        }
    }

    private StringBuilder Indent(int depth) => _text.Append(' ', 2 * depth);

    private static string Shown(Scalar scalar) =>
        scalar.IsNothing ? "null" : scalar.Plain && SafelyPlain().IsMatch(scalar.Text) ? scalar.Text : JsonSerializer.Serialize(scalar.Text, Unescaped);

    [GeneratedRegex(@"^[+-]?[A-Za-z0-9_.][A-Za-z0-9_./+-]*\z")]
    private static partial Regex SafelyPlain();
}
