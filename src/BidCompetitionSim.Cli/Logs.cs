using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace BidCompetitionSim.Cli;

/// <summary>The program's log: nowhere, unless a place is named.</summary>
internal static class Logs
{
    private const string StandardError = "-";

    public static Logger Open(string? place)
    {
        if (place is null) return new LoggerConfiguration().CreateLogger();
        var configuration = new LoggerConfiguration().MinimumLevel.Debug();
        return place == StandardError ? ToStandardError(configuration) : ToFile(configuration, place);
    }

    // Each sink in a method of its own, so that its assembly is loaded only when it is wanted.
    private static Logger ToStandardError(LoggerConfiguration configuration) => configuration.WriteTo
        .Console(standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: CultureInfo.InvariantCulture).CreateLogger();

    private static Logger ToFile(LoggerConfiguration configuration, string path)
    {
        // The sink itself swallows what it cannot write; a path that cannot be written is to be heard of.
        using (Writable.Open("--log", path, () => File.Open(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))) { }
        return configuration.WriteTo.File(path, formatProvider: CultureInfo.InvariantCulture).CreateLogger();
    }
}
