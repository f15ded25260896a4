namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>Finds the file that a name or path of a scenario means.</summary>
internal static class ScenarioName
{
    private const string Extension = ".yaml", LocalFolder = "scenarios";

    /// <summary>The file and the folder its includes cannot leave; null with a problem that lists what there is.</summary>
    public static (FileRoot Root, string File)? Find(string nameOrPath, string? folder, Problems problems)
    {
        if (nameOrPath.Length > 0 && File.Exists(nameOrPath))
            return (new FolderRoot(Path.GetDirectoryName(Path.GetFullPath(nameOrPath))!), Path.GetFileName(nameOrPath));
        var roots = Roots(folder).ToArray();
        var name = nameOrPath.EndsWith(Extension, StringComparison.Ordinal) ? nameOrPath : nameOrPath + Extension;
        if (IsName(nameOrPath))
            foreach (var root in roots)
                if (root.Has(name)) return (root, name);
        var known = roots.SelectMany(static root => root.Files()).Where(static file => !file.Contains('/'))
            .Select(static file => file[..^Extension.Length]).Distinct().Order(StringComparer.Ordinal).ToArray();
        problems.Add(new Position(nameOrPath, 1, 1), "", IsName(nameOrPath) ? "no scenario of that name" : "no such file",
            $"a path or one of {string.Join(", ", known)}", Nearest.Hint(nameOrPath, known));
        return null;
    }

    private static IEnumerable<FileRoot> Roots(string? folder)
    {
        if ((folder ?? Environment.GetEnvironmentVariable(LoadOptions.FolderVariable)) is { Length: > 0 } given) yield return new FolderRoot(given);
        yield return new FolderRoot(LocalFolder);
        yield return ShippedRoot.Instance;
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= Limits.IdLength && !text.Contains("..", StringComparison.Ordinal)
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
