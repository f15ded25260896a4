namespace BidCompetitionSim.Store;

/// <summary>A file that appears whole or not at all: it is written beside its place under another name, and takes its name at the end.</summary>
internal sealed class NewFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private bool _kept;

    public NewFile(string path)
    {
        _path = Path.GetFullPath(path);
        if (Directory.Exists(_path)) throw new IOException($"{path} is a folder.");
        _temporary = $"{_path}.{Path.GetRandomFileName()}";
        Stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);
    }

    public FileStream Stream { get; }

    /// <summary>Gives the file its name; one that was there before is replaced.</summary>
    public void Keep()
    {
        if (_kept) return;
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_temporary, _path, overwrite: true);
        _kept = true;
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (!_kept) File.Delete(_temporary);
    }
}
