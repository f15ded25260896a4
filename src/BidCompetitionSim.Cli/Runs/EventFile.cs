using System.Text;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Cli.Runs;

/// <summary>Every message of a run in a file, one JSON document a line.</summary>
internal sealed class EventFile : IDisposable
{
    private readonly StreamWriter file;

    private EventFile(string path) => file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    /// <summary>Opens a file; null for none.</summary>
    public static EventFile? Open(FileInfo? file) => file is null ? null : new EventFile(file.FullName);

    public void Write(JournalEntry entry) => file.WriteLine(JournalLines.Write(entry));

    public void Dispose() => file.Dispose();
}
