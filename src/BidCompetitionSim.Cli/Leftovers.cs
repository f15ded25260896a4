using System.Diagnostics;
using System.Globalization;

namespace BidCompetitionSim.Cli;

/// <summary>What programs that were killed left beside a file they were writing: <c>FILE.NUMBER.partial</c>, by the number of their process.</summary>
internal static class Leftovers
{
    private const string Ending = ".partial";

    /// <summary>What a file is called while this process writes it.</summary>
    public static string NameOf(string place) => $"{place}.{Environment.ProcessId}{Ending}";

    /// <summary>Whether a name is one of these.</summary>
    public static bool IsOne(string path) => WriterOf(path) is not null;

    /// <summary>Takes away what nobody writes any more, and tells of it; whatever may still be written is left alone.</summary>
    public static void Clear(string place, Call call)
    {
        var beside = Path.GetDirectoryName(place);
        if (!Directory.Exists(beside)) return;
        foreach (var file in Directory.EnumerateFiles(beside, $"*{Ending}"))
        {
            if (WriterOf(file) is not { } writer || Path.GetFileName(file) != $"{Path.GetFileName(place)}.{writer}{Ending}" || writer == Environment.ProcessId) continue;
            var gone = !Runs(writer) && Removed(file);
            call.Remark(gone ? $"{file}: removed; a program that did not come to its end left it" : $"{file}: left alone; another program may be writing it");
        }
    }

    private static int? WriterOf(string path)
    {
        var name = Path.GetFileName(path);
        if (!name.EndsWith(Ending, StringComparison.Ordinal)) return null;
        var number = name[..^Ending.Length].Split('.')[^1];
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : null;
    }

    private static bool Runs(int process)
    {
        try
        {
            using var running = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Processes of other machines and containers are not seen from here, but whoever writes holds a lock.
    private static bool Removed(string file)
    {
        try
        {
            using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            File.Delete(file);
            if (Directory.Exists(WholeFile.TablesOf(file))) Directory.Delete(WholeFile.TablesOf(file), recursive: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
