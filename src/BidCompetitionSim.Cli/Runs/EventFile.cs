using System.Text;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Cli.Runs;

/// <summary>
/// Every message of a run in a file, one JSON document a line. It is written beside its place and moved there when it is whole:
/// a run that is stopped or fails leaves what was there.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private const string Option = "--events";

    private readonly string place;
    private readonly string written;
    private readonly StreamWriter file;

    private EventFile(string path)
    {
        place = Writable.Target(path);
        if (Directory.Exists(place)) throw new IOException("It is a folder.");
        // What is there and may not be written is not to be replaced either.
        if (File.Exists(place)) using (File.OpenWrite(place)) { }
        written = IsDevice ? place : $"{place}.{Environment.ProcessId}.partial";
        file = new StreamWriter(written, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    }

    // A device or another program's pipe (/dev/null, /dev/fd/63) has no beside.
    private bool IsDevice => place.StartsWith("/dev/", StringComparison.Ordinal) || place.StartsWith("/proc/", StringComparison.Ordinal);

    /// <summary>Opens a file; null for none.</summary>
    /// <exception cref="Refusal">It cannot be written, or is the scenario.</exception>
    public static EventFile? Open(string? path, string scenario)
    {
        if (path is null) return null;
        return Writable.Open(Option, path, () =>
        {
            Writable.SpareScenario(Option, path, scenario);
            return new EventFile(path);
        });
    }

    public void Write(JournalEntry entry) => file.WriteLine(JournalLines.Write(entry));

    /// <summary>Puts the file in its place: everything has been written.</summary>
    public void Keep()
    {
        file.Dispose();
        if (written != place) File.Move(written, place, overwrite: true);
    }

    public void Dispose()
    {
        try
        {
            file.Dispose();
        }
        finally
        {
            if (written != place) File.Delete(written);
        }
    }
}
