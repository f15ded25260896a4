namespace BidCompetitionSim.Store.Sqlite;

/// <summary>
/// A store on a medium that cannot be written, such as an archive, has no room for the files by which readers and writers take turns. Where
/// nobody can write, nobody needs to.
/// </summary>
internal static class Unwritable
{
    public static bool NeedsNoLock(string path) =>
        File.Exists(path) && !File.Exists(path + "-wal") && !CanWriteBeside(path);

    private static bool CanWriteBeside(string path)
    {
        var probe = path + "." + Path.GetRandomFileName();
        try
        {
            File.Create(probe, 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
