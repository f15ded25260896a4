namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>Finds the file that a name or path means: of a scenario, or of what lies in a folder beside the scenarios.</summary>
/// <param name="kind">What is looked for, for people.</param>
/// <param name="below">Folder among the scenarios that it lies in, with a slash at its end; empty for the scenarios themselves.</param>
internal sealed class ScenarioName(string kind, string below)
{
    private const string Extension = ".yaml", LocalFolder = "scenarios";

    /// <summary>Names of scenarios.</summary>
    public static ScenarioName OfScenario { get; } = new("scenario", "");

    /// <summary>Names of experiments.</summary>
    public static ScenarioName OfExperiment { get; } = new("experiment", "experiments/");

    /// <summary>The file and the folder its includes cannot leave; null with a problem that lists what there is.</summary>
    public (FileRoot Root, string File)? Find(string nameOrPath, string? folder, Problems problems)
    {
        var folders = Folders(folder).ToArray();
        foreach (var (place, named) in folders)
            if (named is not null && !Directory.Exists(place)) return NoFolder(named, place, problems);
        if (nameOrPath.Length > 0 && File.Exists(nameOrPath)) return Chosen(nameOrPath);
        if (IsName(nameOrPath))
        {
            var file = below + (nameOrPath.EndsWith(Extension, StringComparison.Ordinal) ? nameOrPath : nameOrPath + Extension);
            foreach (var (place, _) in folders)
                if (File.Exists(Path.Combine(place, file))) return Chosen(Path.Combine(place, file));
            if (ShippedRoot.Instance.Read(file) is not null) return (ShippedRoot.Instance, file);
        }
        return Nowhere(nameOrPath, folders, problems);
    }

    // A link that somebody named himself is followed, and what it leads to includes from where it stands.
    private static (FileRoot Root, string File) Chosen(string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true);
        var file = target is { Exists: true } ? target.FullName : Path.GetFullPath(path);
        var name = Path.GetFileName(file);
        return (new FolderRoot(Path.GetDirectoryName(file)!, name), name);
    }

    private static (FileRoot, string)? NoFolder(string named, string place, Problems problems)
    {
        problems.Add(Position.Of(named), "", $"{Shown.Quoted(place)}, {(File.Exists(place) ? "which is a file" : "which is not there")}", "a folder of scenarios");
        return null;
    }

    private (FileRoot, string)? Nowhere(string nameOrPath, (string Place, string? Named)[] folders, Problems problems)
    {
        var files = folders.SelectMany(folder => new FolderRoot(folder.Place).Files(below)).Concat(ShippedRoot.Instance.Files(below));
        var known = files.Select(file => file[below.Length..^Extension.Length]).Distinct().Order(StringComparer.Ordinal).ToArray();
        var places = string.Join(", ", folders.Select(static folder => folder.Place));
        var found = nameOrPath.Length == 0 ? "no name"
            : FolderRoot.WhatElse(new FileInfo(nameOrPath)) is { } other ? other
            : IsName(nameOrPath) ? $"no {kind} of that name in {places} or among the shipped ones" : "no such file";
        var hint = Nearest.Hint(Path.GetFileNameWithoutExtension(nameOrPath), known);
        problems.Add(Position.Of(nameOrPath.Length == 0 ? kind : Shown.Short(nameOrPath)), "", found, $"the path of a file or one of {string.Join(", ", known)}", hint);
        return null;
    }

    /// <summary>Folders to look in, in order, each with who named it; null for the one that is looked in anyway.</summary>
    private static IEnumerable<(string Place, string? Named)> Folders(string? folder)
    {
        if (folder is { Length: > 0 }) yield return (folder, LoadOptions.FolderOption);
        else if (Environment.GetEnvironmentVariable(LoadOptions.FolderVariable) is { Length: > 0 } given) yield return (given, LoadOptions.FolderVariable);
        yield return (LocalFolder, null);
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= Limits.IdLength && !text.Contains("..", StringComparison.Ordinal)
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
