using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>Turns the text of one file into nodes, or into the problem that stops it.</summary>
internal sealed class YamlText
{
    private readonly string _file;
    private readonly Parser _parser;
    private readonly Problems _problems;
    private readonly int? _line;
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);

    private YamlText(string file, string text, Problems problems, int? line)
    {
        (_file, _problems, _line) = (file, problems, line);
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a file whose document is a map; null if that is impossible, and then at least one problem was added.</summary>
    /// <param name="line">The line that everything is said to stand in; null for the line where it does.</param>
    public static Mapping? Read(string file, ReadOnlySpan<byte> bytes, Problems problems, int? line = null)
    {
        if (Utf8Text.Decode(file, bytes, problems) is not { } text) return null;
        var yaml = new YamlText(file, text, problems, line);
        try
        {
            return yaml.Document();
        }
        catch (Refusal refusal)
        {
            problems.Add(refusal.Position, "", refusal.Found, refusal.Expected);
        }
        catch (YamlException e)
        {
            problems.Add(yaml.At(e.Start), "", $"text that is not YAML: {Shown.Short(e.Message)}", "YAML");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            // The parser is somebody else's: whatever it stumbles over in hostile text is a problem of the text.
            problems.Add(line is { } set ? new Position(file, set, 1) : Position.Of(file), "", $"text that cannot be read: {Shown.Short(e.Message)}", "YAML");
        }
        return null;
    }

    private Mapping? Document()
    {
        Next<StreamStart>();
        if (Next() is not DocumentStart) throw new Refusal(Position.Of(_file), "an empty file", "a map of keys");
        var root = Value(Next(), 0);
        Next<DocumentEnd>();
        if (Next() is DocumentStart second) throw new Refusal(At(second), "a second document", "one document a file");
        if (root is Mapping map) return map;
        _problems.Add(root, KeyPath.Root, "a map of keys");
        return null;
    }

    private Node Value(ParsingEvent e, int depth)
    {
        if (depth > Limits.Depth) throw new Refusal(At(e), $"nesting deeper than {Limits.Depth}", $"at most {Limits.Depth} levels");
        if (e is AnchorAlias alias) return Aliased(alias);
        var node = (NodeEvent)e;
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific) throw new Refusal(At(e), $"the tag {Shown.Quoted(node.Tag.Value)}", "no tags");
        var value = e switch
        {
            YamlDotNet.Core.Events.Scalar scalar => new Scalar(At(e), scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => List(At(e), depth),
            _ => (Node)Map(At(e), depth),
        };
        if (!node.Anchor.IsEmpty) _anchors[node.Anchor.Value] = value;
        return value;
    }

    private Node Aliased(AnchorAlias alias) =>
        _anchors.TryGetValue(alias.Value.Value, out var node)
            ? node
            : throw new Refusal(At(alias), $"the alias {Shown.Quoted('*' + alias.Value.Value)}", "an anchor set before it");

    private Sequence List(Position at, int depth)
    {
        var items = new List<Node>();
        var size = 1;
        for (var e = Next(); e is not SequenceEnd; e = Next())
        {
            var item = Value(e, depth + 1);
            size = Grown(size, item);
            items.Add(item);
        }
        return new Sequence(at, [.. items], size);
    }

    private Mapping Map(Position at, int depth)
    {
        var entries = new List<Entry>();
        var seen = new Dictionary<string, Position>(StringComparer.Ordinal);
        var size = 1;
        for (var e = Next(); e is not MappingEnd; e = Next())
        {
            if (Value(e, depth + 1) is not Scalar key) throw new Refusal(At(e), "a key that is a map or a list", "a key that is a text");
            var value = Value(Next(), depth + 1);
            size = Grown(size + 1, value);
            if (seen.TryAdd(key.Text, key.Position)) entries.Add(new Entry(key, value));
            else _problems.Add(key.Position, "", $"the key {Shown.Quoted(key.Text)} again", $"it once (first in line {seen[key.Text].Line})");
        }
        return new Mapping(at, [.. entries], size);
    }

    private static int Grown(int size, Node by) => size + by.Size <= Limits.Nodes
        ? size + by.Size
        : throw new Refusal(by.Position, $"more than {Limits.Nodes:N0} values, aliases expanded", "a smaller file");

    private ParsingEvent Next()
    {
        while (_parser.MoveNext())
            if (_parser.Current is { } e and not Comment) return e;
        throw new Refusal(Position.Of(_file), "a file that ends early", "a complete document");
    }

    private void Next<T>() where T : ParsingEvent
    {
        var e = Next();
        if (e is not T) throw new Refusal(At(e), "more than one value", "one map of keys");
    }

    private Position At(ParsingEvent e) => At(e.Start);

    private Position At(Mark mark) => new(_file, _line ?? (int)mark.Line, (int)mark.Column);

    /// <summary>Ends the reading of this file; never leaves this class.</summary>
    private sealed class Refusal(Position position, string found, string expected) : Exception(found)
    {
        public Position Position { get; } = position;

        public string Found { get; } = found;

        public string Expected { get; } = expected;
    }
}
