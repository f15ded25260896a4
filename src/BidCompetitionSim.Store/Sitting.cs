using System.Runtime.InteropServices;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Store;

/// <summary>One time that the program ran and wrote rows: who wrote them, on what, asked by which command. Decides no row.</summary>
public sealed record Sitting
{
    [Meaning("Rows that were there when it began.")]
    public required long FirstRow { get; init; }

    [Meaning("When it began, UTC, ISO 8601.")]
    public required string StartedUtc { get; init; }

    [Meaning("The program.")]
    public required ProgramIdentity Program { get; init; }

    [Meaning("Operating system.")]
    public required string Os { get; init; }

    [Meaning("Processor architecture.")]
    public required string Architecture { get; init; }

    [Meaning("Processors.")]
    public required int Processors { get; init; }

    [Meaning("The .NET runtime.")]
    public required string Runtime { get; init; }

    [Meaning("Versions of the libraries in use, by name.")]
    public required IReadOnlyDictionary<string, string> Packages { get; init; }

    [Meaning("The command, as it was given.")]
    public required string CommandLine { get; init; }

    /// <summary>The sitting that begins now.</summary>
    /// <param name="commandLine">The command, as it was given.</param>
    public static Sitting Now(string commandLine) => new()
    {
        FirstRow = 0, StartedUtc = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ"), Program = ProgramIdentity.OfThisProcess(),
        Os = RuntimeInformation.OSDescription, Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
        Processors = Environment.ProcessorCount, Runtime = RuntimeInformation.FrameworkDescription, Packages = Libraries.OfThisProcess(),
        CommandLine = commandLine,
    };
}
