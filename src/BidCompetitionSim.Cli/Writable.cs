using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Cli;

/// <summary>Files that an option names to be written.</summary>
internal static class Writable
{
    /// <summary>What stands for standard output where a command may write a file there.</summary>
    public const string StandardOutput = "-";

    /// <summary>Opens what an option names.</summary>
    /// <exception cref="Refusal">It cannot be written.</exception>
    public static T Open<T>(string option, string path, Func<T> open)
    {
        if (path.Length == 0) throw new Refusal($"{option}: found no path, expected the path of a file");
        if (IsStandardOutput(path)) throw new Refusal($"{option}: found {path}, expected a file: standard output carries what the command itself says{(path == StandardOutput ? "; a file of that name is ./-" : "")}");
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new Refusal($"{option}: found {path}, expected a file that can be written: {Obstacle.Of(e)}");
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
        new($"{option}: {path} could not be written to its end: {Obstacle.Of(e)}. What was there before is as it was; make room, or name another place.", e);

    /// <summary>Refuses to write over what the command reads.</summary>
    /// <exception cref="Refusal">The path is that of a file it reads.</exception>
    public static void Spare(string option, string? path, params IEnumerable<string> read)
    {
        foreach (var file in read)
            if (path is not null && File.Exists(file) && Target(path) == Target(file))
                throw new Refusal($"{option}: found {path}, expected a file other than the one that is read");
    }

    /// <summary>Whether a path means standard output.</summary>
    public static bool IsStandardOutput(string path) => path is StandardOutput or "/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1";

    /// <summary>The file itself where a path is a link to it. A link to another program's pipe leads to no path, and stands for itself.</summary>
    public static string Target(string path)
    {
        var full = Path.GetFullPath(path);
        return File.Exists(full) && File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target && File.Exists(target.FullName) ? target.FullName : full;
    }
}
