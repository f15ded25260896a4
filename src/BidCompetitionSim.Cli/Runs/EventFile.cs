using System.Text;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Cli.Runs;

/// <summary>Every message of a run in a file, one JSON document a line.</summary>
internal sealed class EventFile : IDisposable
{
    private readonly WholeFile file;
    private readonly StreamWriter lines;

    private EventFile(WholeFile file)
    {
        this.file = file;
        lines = new StreamWriter(file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
    }

    /// <summary>Opens a file; null for none.</summary>
    /// <exception cref="Refusal">It cannot be written, or is the scenario.</exception>
    public static EventFile? Open(Call call, string? path, string scenario) => WholeFile.Open(call, "--events", path, scenario) is { } file ? new EventFile(file) : null;

    public void Write(JournalEntry entry) => lines.WriteLine(JournalLines.Write(entry));

    /// <summary>Puts the file in its place: everything has been written.</summary>
    public void Keep()
    {
        lines.Dispose();
        file.Keep();
    }

    // What the lines still hold back need not be written: the file goes away.
    public void Dispose() => file.Dispose();
}
