using SQLitePCL;

namespace BidCompetitionSim.Store.Sqlite;

/// <summary>Says in plain words what an error code of SQLite means for a store.</summary>
internal static class Fault
{
    private const string Intact = "Everything stored before is intact";

    public static StoreException Of(Database database, int code)
    {
        var (path, said) = (database.Path, database.Message());
        return (code & 0xFF) switch
        {
            raw.SQLITE_FULL => new(path, "the disk is full", $"{Intact}; make room on that disk, or name a store on another one, and go on with --resume"),
            raw.SQLITE_IOERR => new(path, $"reading or writing failed ({said}, code {code})",
                $"{Intact}; check the disk, its quota and the limit on the size of files, and go on with --resume"),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(path, "another program is writing it", "Wait for that program to end, or name another store"),
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => new(path, "it cannot be written", "Name a store in a folder that you may write, or change the rights"),
            raw.SQLITE_CANTOPEN => new(path, "it cannot be opened", "Check that its folder exists and that you may write there"),
            raw.SQLITE_NOTADB => NotAStore(path, "it is not an SQLite file"),
            raw.SQLITE_CORRUPT => new(path, $"it is damaged ({said})", "Nothing was changed; copy it away, and save what can be read with the sqlite3 program's .recover"),
            raw.SQLITE_CONSTRAINT => new(path, "another program has stored rows of the same experiment meanwhile", "Let one program at a time write an experiment; go on with --resume"),
            raw.SQLITE_NOMEM => new(path, "there is not enough memory", Intact),
            raw.SQLITE_TOOBIG => new(path, "the experiment has more columns than a table can hold", "Choose fewer measures"),
            _ => new(path, $"SQLite refused: {said} (code {code})", Intact),
        };
    }

    public static StoreException NotAStore(string path, string why) =>
        new(path, $"it is no store of results: {why}", "It was not changed; name another file");
}
