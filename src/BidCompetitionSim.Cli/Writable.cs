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

    /// <summary>Refuses to write over what the run reads.</summary>
    /// <exception cref="Refusal">The path is the scenario's own.</exception>
    public static void SpareScenario(string option, string? path, string scenario)
    {
        if (path is not null && File.Exists(scenario) && Target(path) == Target(scenario))
            throw new Refusal($"{option}: found {path}, expected a file other than the scenario itself");
    }

    /// <summary>The file itself where a path is a link to it.</summary>
    public static string Target(string path)
    {
        var full = Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }
}
