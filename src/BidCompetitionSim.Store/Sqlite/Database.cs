using SQLitePCL;

namespace BidCompetitionSim.Store.Sqlite;

/// <summary>What may be done with a file.</summary>
internal enum Access
{
    /// <summary>Read what is there.</summary>
    Read,

    /// <summary>Read and write; the file is made if it is not there.</summary>
    Write,
}

/// <summary>One connection to a file. Not for two threads at once. Whatever fails is a <see cref="StoreException"/>.</summary>
internal sealed class Database : IDisposable
{
    private readonly sqlite3 _handle;

    static Database() => Batteries_V2.Init();

    private Database(string path, sqlite3 handle) => (Path, _handle) = (path, handle);

    public static string LibraryVersion => raw.sqlite3_libversion().utf8_to_string();

    public string Path { get; }

    public static Database Open(string path, Access access, TimeSpan patience)
    {
        var full = System.IO.Path.GetFullPath(path); // what looks like one of SQLite's special names is a file, too
        if (access == Access.Write) return Open(path, full, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, patience);
        try
        {
            return Open(path, full, raw.SQLITE_OPEN_READONLY, patience);
        }
        catch (StoreException) when (!File.Exists(full + "-wal"))
        {
            // On a medium that cannot be written, such as an archive, there is no room for the files by which readers and writers take turns; and where
            // nobody writes, nobody needs them.
            return Open(path, new Uri(full).AbsoluteUri + "?immutable=1", raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI, patience);
        }
    }

    private static Database Open(string path, string name, int flags, TimeSpan patience)
    {
        var code = raw.sqlite3_open_v2(name, out var handle, flags, null);
        var database = new Database(path, handle);
        try
        {
            database.Check(code);
            database.Check(raw.sqlite3_busy_timeout(handle, (int)patience.TotalMilliseconds));
            database.Number("PRAGMA schema_version"); // nothing is opened before something is read
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Runs statements that have no rows worth reading.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var statement));
        return new Statement(this, statement);
    }

    /// <summary>The first column of the first row.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Long(0) : throw new InvalidOperationException($"No row: {sql}");
    }

    /// <summary>Does all of it or nothing.</summary>
    public void Transact(Action work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            work();
            Execute("COMMIT");
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Gives up a transaction, if the library has not already done so by itself.</summary>
    public void RollBack() => _ = raw.sqlite3_exec(_handle, "ROLLBACK");

    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)) throw Fault.Of(this, code);
    }

    public string Message() => raw.sqlite3_errmsg(_handle).utf8_to_string();

    public void Dispose() => _handle.manual_close_v2();
}
