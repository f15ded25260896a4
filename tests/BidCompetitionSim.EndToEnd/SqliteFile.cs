using SQLitePCL;

namespace BidCompetitionSim.EndToEnd;

/// <summary>A store as anything else may change it.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly sqlite3 _database;

    static SqliteFile() => Batteries_V2.Init();

    public SqliteFile(string path) => raw.sqlite3_open_v2(path, out _database, raw.SQLITE_OPEN_READWRITE, null).ShouldBe(raw.SQLITE_OK);

    public void Execute(string statement) => raw.sqlite3_exec(_database, statement).ShouldBe(raw.SQLITE_OK, raw.sqlite3_errmsg(_database).utf8_to_string());

    public void Dispose() => _database.Dispose();
}
