using BidCompetitionSim.Store.Sqlite;

namespace BidCompetitionSim.Store;

/// <summary>Says what is wrong with a path before SQLite says less.</summary>
internal static class StorePath
{
    private const int SmallestDatabase = 512;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    public static void CheckFile(string path)
    {
        CheckFolder(path);
        if (!File.Exists(path)) throw new StoreException(path, "there is no such file", "Name a store that exists, by --store or BIDSIM_STORE");
    }

    public static void CheckFolder(string path)
    {
        if (path is "-" or "" || path.Contains('\0')) throw new StoreException($"\"{path}\"", "it is no path of a file", "Name a file");
        if (Directory.Exists(path)) throw new StoreException(path, "it is a folder", "Name a file in it");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder)) throw new StoreException(path, $"there is no folder {folder}", "Make it first, or name another");
        CheckContent(path);
    }

    /// <summary>SQLite takes whatever is shorter than a page for an empty database, and would write over it.</summary>
    private static void CheckContent(string path)
    {
        if (!File.Exists(path)) return;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> start = stackalloc byte[Magic.Length];
            if (file.Length == 0) return;
            if (file.Length < SmallestDatabase || file.ReadAtLeast(start, start.Length, false) < start.Length || !start.SequenceEqual(Magic))
                throw Fault.NotAStore(path, "it is not an SQLite file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, "it cannot be read", "Check the rights to it", e);
        }
    }
}
