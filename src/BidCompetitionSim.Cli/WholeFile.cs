namespace BidCompetitionSim.Cli;

/// <summary>
/// A file that an option names. It is written beside its place and moved there when it is whole: a command that is stopped or fails leaves
/// what was there.
/// </summary>
internal sealed class WholeFile : IDisposable
{
    private readonly string _place;
    private readonly string _written;

    private WholeFile(string path)
    {
        Path = path;
        _place = Writable.Target(path);
        if (Directory.Exists(_place)) throw new IOException("It is a folder.");
        // What is there and may not be written is not to be replaced either.
        if (File.Exists(_place)) using (File.OpenWrite(_place)) { }
        _written = IsDevice ? _place : $"{_place}.{Environment.ProcessId}.partial";
        Stream = new FileStream(_written, FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Its path, as it was given.</summary>
    public string Path { get; }

    /// <summary>Takes what is to be in the file.</summary>
    public Stream Stream { get; }

    // A device or another program's pipe (/dev/null, /dev/fd/63) has no beside.
    private bool IsDevice => _place.StartsWith("/dev/", StringComparison.Ordinal) || _place.StartsWith("/proc/", StringComparison.Ordinal);

    /// <summary>Opens a file; null for none.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">Its path; null for none.</param>
    /// <param name="read">Files that the command reads: none is written over.</param>
    /// <exception cref="Refusal">It cannot be written, or is one of those.</exception>
    public static WholeFile? Open(string option, string? path, params IEnumerable<string> read)
    {
        if (path is null) return null;
        return Writable.Open(option, path, () =>
        {
            Writable.Spare(option, path, read);
            return new WholeFile(path);
        });
    }

    /// <summary>Puts the file in its place: everything has been written.</summary>
    public void Keep()
    {
        Stream.Dispose();
        if (_written != _place) File.Move(_written, _place, overwrite: true);
    }

    /// <summary>Takes away what was written, unless it was kept.</summary>
    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (Exception e) when (Writable.IsObstacle(e))
        {
            // What is still held back need not reach a file that goes away.
        }
        finally
        {
            if (_written != _place) File.Delete(_written);
        }
    }
}
