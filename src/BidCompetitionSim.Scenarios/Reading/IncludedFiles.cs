using System.Collections.Concurrent;

namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>Reads a file with all that it includes, laid one over the other in order, the file itself last.</summary>
internal sealed class IncludedFiles(Problems problems)
{
    private const string Include = Binding.TopLevel.Include;

    /// <summary>Shipped files never change while the program runs, and nodes are immutable: each is read once.</summary>
    private static readonly ConcurrentDictionary<string, Mapping> ShippedFiles = new(StringComparer.Ordinal);

    private readonly List<string> _open = [];
    private int _files;

    /// <summary>The merged tree, without its include keys; null with a problem if a file cannot be read.</summary>
    public Mapping? Read(FileRoot root, string relative) =>
        Parsed(root, relative, Position.Of(root.Name(relative))) is { } map ? Merged(root, relative, map) : null;

    /// <summary>One file without what it includes; null if it cannot be read.</summary>
    public static Mapping? ReadAlone(FileRoot root, string relative) => new IncludedFiles(new Problems()).Parsed(root, relative, default);

    /// <summary>One file of a kind that includes no others; null with a problem if it cannot be read.</summary>
    public Mapping? ReadWhole(FileRoot root, string relative) => Parsed(root, relative, Position.Of(root.Name(relative)));

    private Mapping? Merged(FileRoot root, string relative, Mapping map)
    {
        _open.Add(root.Name(relative));
        Mapping? below = null;
        if (map[Include] is { } includes)
            foreach (var item in Items(includes))
                if (Included(root, relative, item) is { } included) below = below is null ? included : Merge.Over(below, included);
                else problems.PartUnread = true;
        _open.RemoveAt(_open.Count - 1);
        var own = Merge.Without(map, static key => key == Include);
        return below is null ? own : Merge.Over(below, own);
    }

    private Node[] Items(Node includes)
    {
        if (includes is Sequence list) return list.Items;
        problems.Add(includes, KeyPath.Root.Key(Include), "a list of relative paths");
        problems.PartUnread = true;
        return [];
    }

    private Mapping? Included(FileRoot root, string from, Node item)
    {
        var path = KeyPath.Root.Key(Include);
        if (item is not Scalar { Text: { Length: > 0 and < 260 } text }) return Refused("a relative path");
        if (text.StartsWith(ShippedRoot.Prefix, StringComparison.Ordinal))
            (root, from, text) = (ShippedRoot.Instance, "", text[ShippedRoot.Prefix.Length..]);
        if (Inside(from, text) is not { } relative) return Refused("a relative path that stays inside its own folder");
        if (_open.Contains(root.Name(relative))) return Refused($"no cycle of includes ({string.Join(" → ", _open)} → itself)");
        if (++_files > Limits.Files) return Refused($"at most {Limits.Files} files");
        return Parsed(root, relative, item.Position) is { } map ? Merged(root, relative, map) : null;

        Mapping? Refused(string expected)
        {
            problems.Add(item, path, expected);
            return null;
        }
    }

    /// <param name="at">Who asks for it: what is missing is said to be so there.</param>
    private Mapping? Parsed(FileRoot root, string relative, Position at)
    {
        var owner = root.Owner(relative);
        if (owner is ShippedRoot && ShippedFiles.TryGetValue(relative, out var known)) return known;
        var before = problems.Count;
        if (Bytes(owner, relative, at) is not { } bytes || YamlText.Read(root.Name(relative), bytes, problems) is not { } map) return null;
        if (owner is ShippedRoot && problems.Count == before) ShippedFiles.TryAdd(relative, map);
        return map;
    }

    private byte[]? Bytes(FileRoot root, string relative, Position at)
    {
        try
        {
            if (root.Read(relative) is { } bytes) return bytes;
            problems.Add(at, "", $"no file {Shown.Quoted(root.Name(relative))}", "a file", Nearest.Hint(relative, root.Files(relative[..(relative.LastIndexOf('/') + 1)])));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(at, "", $"a file that cannot be read: {Shown.Short(Obstacle.Of(e))}", "a readable file");
        }
        return null;
    }

    /// <summary>The path from the root's folder of a path relative to a file; null if it leaves the folder.</summary>
    private static string? Inside(string from, string relative)
    {
        if (relative.Contains('\\') || relative.Contains(':') || relative.StartsWith('/') || relative.Any(char.IsControl)) return null;
        var steps = new List<string>(from.Split('/')[..^1]);
        foreach (var step in relative.Split('/'))
            if (step is "..")
            {
                if (steps.Count == 0) return null;
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or "")) steps.Add(step);
        return string.Join('/', steps);
    }
}
