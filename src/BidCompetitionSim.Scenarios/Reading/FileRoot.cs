namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>A folder that files are read from and that their includes cannot leave: on disk, or inside the program.</summary>
internal abstract class FileRoot
{
    /// <summary>The name of a file for people.</summary>
    public abstract string Name(string relative);

    /// <summary>Its bytes, or so many that they exceed <see cref="Limits.FileBytes"/>; null if there is no such file.</summary>
    /// <exception cref="IOException">What is there cannot be read.</exception>
    public abstract byte[]? Read(string relative);

    /// <summary>The root that really holds a file: text at hand has only itself, the rest comes with the program.</summary>
    public virtual FileRoot Owner(string relative) => this;

    /// <summary>Its files in one folder, for suggestions.</summary>
    /// <param name="within">The folder with a slash at its end; empty for the root itself.</param>
    public abstract IEnumerable<string> Files(string within = "");

    /// <summary>Where it lies on disk; null inside the program.</summary>
    public virtual string? Folder => null;
}

/// <summary>A folder on disk.</summary>
/// <param name="folder">The folder.</param>
/// <param name="chosen">A file in it that somebody named himself: it may be a link or a pipe.</param>
internal sealed class FolderRoot(string folder, string? chosen = null) : FileRoot
{
    private readonly string _folder = Path.GetFullPath(folder);

    public override string Folder => _folder;

    public override string Name(string relative)
    {
        var path = Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(_folder, relative));
        return path.StartsWith("..", StringComparison.Ordinal) ? Path.Combine(_folder, relative) : path;
    }

    public override byte[]? Read(string relative)
    {
        var file = new FileInfo(Path.Combine(_folder, relative));
        if (!file.Exists) return WhatElse(file) is { } found ? throw new IOException(found) : null;
        if (relative != chosen && LeadsOut(file)) throw new IOException($"{relative} is a link out of its folder");
        using var stream = Opened(file);
        using var read = new MemoryStream();
        // Not by the file's length: a pipe or a device says 0, and a device never ends.
        var piece = new byte[64 * 1024];
        for (int count; read.Length <= Limits.FileBytes && (count = stream.Read(piece)) > 0;) read.Write(piece, 0, count);
        return read.ToArray();
    }

    public override IEnumerable<string> Files(string within = "")
    {
        var folder = Path.Combine(_folder, within);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Select(path => within + Path.GetFileName(path)) : [];
    }

    private static FileStream Opened(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (FileNotFoundException) when (WhatElse(file) is { } found)
        {
            throw new IOException(found);
        }
    }

    /// <summary>What stands where a file was looked for; null for nothing.</summary>
    public static string? WhatElse(FileSystemInfo file) => Directory.Exists(file.FullName) ? "a folder"
        : file.LinkTarget is { } target ? $"a link to {target}, where no file is" : null;

    /// <summary>Whether the file, or a folder on the way to it, is a link out of the root.</summary>
    private bool LeadsOut(FileInfo file)
    {
        FileSystemInfo? at = file;
        for (; at is not null && at.FullName.Length > _folder.Length; at = (at as FileInfo)?.Directory ?? (at as DirectoryInfo)?.Parent)
            if (at.ResolveLinkTarget(returnFinalTarget: true) is { } target
                && !target.FullName.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return true;
        return false;
    }
}

/// <summary>The scenarios that come with the program.</summary>
internal sealed class ShippedRoot : FileRoot
{
    /// <summary>What stands before the name of a shipped file.</summary>
    public const string Prefix = "shipped:";

    private const string Root = "scenarios/";

    public static ShippedRoot Instance { get; } = new();

    public override string Name(string relative) => Prefix + relative;

    public override byte[]? Read(string relative)
    {
        using var stream = typeof(ShippedRoot).Assembly.GetManifestResourceStream(Root + relative);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public override IEnumerable<string> Files(string within = "")
    {
        var start = Root + within;
        foreach (var name in typeof(ShippedRoot).Assembly.GetManifestResourceNames())
            if (name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal) && !name[start.Length..].Contains('/'))
                yield return name[Root.Length..];
    }
}

/// <summary>One file whose text is at hand; all others are those that come with the program.</summary>
internal sealed class TextRoot(string file, byte[] text) : FileRoot
{
    public override string Name(string relative) => relative == file ? file : ShippedRoot.Instance.Name(relative);

    public override FileRoot Owner(string relative) => relative == file ? this : ShippedRoot.Instance;

    public override byte[]? Read(string relative) => relative == file ? text : null;

    public override IEnumerable<string> Files(string within = "") => ShippedRoot.Instance.Files(within);
}
