namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>A value of a file with the place it stands at. Immutable, so that files read once can be shared; an alias is the same node again.</summary>
internal abstract class Node(Position position, int size)
{
    /// <summary>Where it begins.</summary>
    public Position Position { get; } = position;

    /// <summary>Keys and values below and including it, aliases expanded.</summary>
    public int Size { get; } = size;

    /// <summary>What a problem says was found.</summary>
    public abstract string Describe();
}

/// <summary>A place in a file.</summary>
internal readonly record struct Position(string File, int Line, int Column)
{
    /// <summary>A file as a whole.</summary>
    public static Position Of(string file) => new(file, 0, 0);
}

/// <summary>Text between separators. Only a plain (unquoted) one can be a number, a flag or nothing.</summary>
internal sealed class Scalar(Position position, string text, bool plain) : Node(position, 1)
{
    public string Text { get; } = text;

    public bool Plain { get; } = plain;

    public bool IsNothing => Plain && Text is "" or "~" or "null" or "Null" or "NULL";

    public override string Describe() => IsNothing ? "nothing" : Shown.Quoted(Text);
}

/// <summary>A list.</summary>
internal sealed class Sequence(Position position, Node[] items, int size) : Node(position, size)
{
    public Node[] Items { get; } = items;

    public override string Describe() => Items.Length == 1 ? "a list of 1" : $"a list of {Items.Length}";
}

/// <summary>A key and its value.</summary>
internal readonly record struct Entry(Scalar Key, Node Value);

/// <summary>A map whose keys are distinct texts.</summary>
internal sealed class Mapping(Position position, Entry[] entries, int size) : Node(position, size)
{
    private const int ScannedAtMost = 12;

    private Dictionary<string, int>? _index;

    public Entry[] Entries { get; } = entries;

    /// <summary>The value of a key; null if it is not there.</summary>
    public Node? this[string key] => IndexOf(key) is var i && i < 0 ? null : Entries[i].Value;

    public int IndexOf(string key)
    {
        if (Entries.Length > ScannedAtMost) return (_index ??= Index()).GetValueOrDefault(key, -1);
        for (var i = 0; i < Entries.Length; i++)
            if (Entries[i].Key.Text == key) return i;
        return -1;
    }

    /// <summary>A key as it is written here; it must be there.</summary>
    public Scalar KeyOf(string key) => Entries[IndexOf(key)].Key;

    /// <summary>Where a key's value stands, or the map itself if the key is missing.</summary>
    public Position PositionOf(string key) => this[key]?.Position ?? Position;

    public override string Describe() => Entries.Length == 0 ? "an empty map" : $"a map with {Shown.Quoted(Entries[0].Key.Text)}";

    private Dictionary<string, int> Index()
    {
        var index = new Dictionary<string, int>(Entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < Entries.Length; i++) index[Entries[i].Key.Text] = i;
        return index;
    }
}
