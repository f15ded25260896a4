namespace BidCompetitionSim.Cli;

/// <summary>Files that an option names to be written.</summary>
internal static class Writable
{
    /// <summary>Opens what an option names.</summary>
    /// <exception cref="Refusal">It cannot be written.</exception>
    public static T Open<T>(string option, string path, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new Refusal($"{option}: found {path}, expected a file that can be written: {e.Message}");
        }
    }

    /// <summary>Writes what was opened.</summary>
    /// <exception cref="IOException">It could be begun and not be finished.</exception>
    public static T ToTheEnd<T>(string option, string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (IsObstacle(e))
        {
            throw Broken(option, path, e);
        }
    }

    /// <summary>Whether it is what keeps a file from being written. A file beyond the size that is allowed is an argument out of range to the runtime.</summary>
    public static bool IsObstacle(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    /// <summary>What is said of a file that could be begun and not be finished.</summary>
    public static IOException Broken(string option, string path, Exception e) =>
        new($"{option}: {path} could not be written to its end: {e.Message.Split(" (Parameter", 2)[0].TrimEnd('.')}. What was there before is as it was; make room, or name another place.", e);

    /// <summary>Refuses to write over what the command reads.</summary>
    /// <exception cref="Refusal">The path is that of a file it reads.</exception>
    public static void Spare(string option, string? path, params IEnumerable<string> read)
    {
        foreach (var file in read)
            if (path is not null && File.Exists(file) && Target(path) == Target(file))
                throw new Refusal($"{option}: found {path}, expected a file other than the one that is read");
    }

    /// <summary>The file itself where a path is a link to it.</summary>
    public static string Target(string path)
    {
        var full = Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }
}
