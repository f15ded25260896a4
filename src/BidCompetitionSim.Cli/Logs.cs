using System.Globalization;
using Serilog;
using Serilog.Core;

namespace BidCompetitionSim.Cli;

/// <summary>The program's log: nowhere, unless a file is named.</summary>
internal static class Logs
{
    public static Logger Open(FileInfo? file)
    {
        // Only loaded when wanted: the sinks cost a quarter of a small command's start.
        var configuration = new LoggerConfiguration().MinimumLevel.Debug();
        if (file is not null) WriteTo(configuration, file);
        return configuration.CreateLogger();
    }

    private static void WriteTo(LoggerConfiguration configuration, FileInfo file)
    {
        // The sink itself swallows what it cannot write; a path that cannot be written is to be heard of.
        using (file.Open(FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { }
        configuration.WriteTo.File(file.FullName, formatProvider: CultureInfo.InvariantCulture);
    }
}
