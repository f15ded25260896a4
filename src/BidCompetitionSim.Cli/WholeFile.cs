namespace BidCompetitionSim.Cli;

/// <summary>
/// A file that an option names. It is written beside its place and moved there when it is whole: a command that is stopped or fails leaves
/// what was there. That something was there and is replaced is told.
/// </summary>
internal sealed class WholeFile : IDisposable
{
    private readonly Call _call;
    private readonly string _option;
    private readonly string _place;
    private readonly string _written;
    private readonly bool _replaces;

    private WholeFile(Call call, string option, string path)
    {
        (_call, _option, Path) = (call, option, path);
        _place = Writable.Target(path);
        if (Directory.Exists(_place)) throw new IOException("It is a folder.");
        // What is there and may not be written is not to be replaced either.
        if (File.Exists(_place)) using (File.OpenWrite(_place)) { }
        if (!IsDevice) Leftovers.Clear(_place, call);
        _replaces = !IsDevice && File.Exists(_place);
        _written = IsDevice ? _place : Leftovers.NameOf(_place);
        // Locked while it is written, so that nobody takes it for a leftover.
        Stream = new FileStream(_written, FileMode.Create, FileAccess.Write, IsDevice ? FileShare.ReadWrite : FileShare.None);
    }

    /// <summary>Its path, as it was given.</summary>
    public string Path { get; }

    /// <summary>Takes what is to be in the file.</summary>
    public Stream Stream { get; }

    /// <summary>A folder for what is packed into it.</summary>
    public string Tables => TablesOf(_written);

    // A device or another program's pipe (/dev/null, /dev/fd/63) has no beside.
    private bool IsDevice => _place.StartsWith("/dev/", StringComparison.Ordinal) || _place.StartsWith("/proc/", StringComparison.Ordinal);

    /// <summary>Opens a file; null for none.</summary>
    /// <param name="call">The call.</param>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">Its path; null for none.</param>
    /// <param name="read">Files that the command reads: none is written over.</param>
    /// <exception cref="Refusal">It cannot be written, or is one of those.</exception>
    public static WholeFile? Open(Call call, string option, string? path, params IEnumerable<string> read)
    {
        if (path is null) return null;
        if (Leftovers.IsOne(path)) throw new Refusal($"{option}: found {path}, which is what a file is called while it is written, expected another name");
        return Writable.Open(option, path, () =>
        {
            Writable.Spare(option, path, read);
            return new WholeFile(call, option, path);
        });
    }

    /// <summary>Where what is packed into a file lies while it is written.</summary>
    public static string TablesOf(string written) => $"{written}.tables";

    /// <summary>Puts the file in its place: everything has been written.</summary>
    public void Keep()
    {
        Stream.Dispose();
        if (_written == _place) return;
        File.Move(_written, _place, overwrite: true);
        if (_replaces) _call.Remark($"{_option}: {Path} was there before and is replaced");
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
