using BidCompetitionSim.Store.Sqlite;

namespace BidCompetitionSim.Store.Schema;

/// <summary>The tables of a store and how older ones are brought up to date: forward only, in order, all steps in one transaction.</summary>
internal static class StoreSchema
{
    /// <summary>Marks a file as a store: "BidS" in the header that SQLite keeps for applications.</summary>
    public const int ApplicationId = 0x42696453;

    public static IReadOnlyList<Migration> Migrations { get; } = [new(1, Resource("v1.sql")), new(2, Resource("v2.sql"))];

    /// <summary>Makes sure that a file is a store of the newest version.</summary>
    /// <exception cref="StoreException">It is something else, or of a later version.</exception>
    public static void BringUpToDate(Database database, IReadOnlyList<Migration> migrations)
    {
        if (VersionOf(database, migrations) == migrations[^1].Version) return;
        database.Transact(() =>
        {
            var version = VersionOf(database, migrations); // somebody else may have done it meanwhile
            foreach (var step in migrations.Where(step => step.Version > version)) database.Execute(step.Sql);
            database.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {migrations[^1].Version}");
        });
    }

    /// <summary>Version of a store; 0 for a file that is still empty.</summary>
    /// <exception cref="StoreException">It is something else, or of a later version.</exception>
    public static int VersionOf(Database database, IReadOnlyList<Migration> migrations)
    {
        var version = (int)database.Number("PRAGMA user_version");
        var owner = database.Number("PRAGMA application_id");
        if (owner == 0 && version == 0 && database.Number("SELECT count(*) FROM sqlite_master") == 0) return 0;
        if (owner != ApplicationId) throw Fault.NotAStore(database.Path, "it is another program's SQLite file");
        return version <= migrations[^1].Version ? version : throw new StoreException(
            database.Path, $"it is a store of version {version}, and this program knows versions up to {migrations[^1].Version}",
            "It was not changed; use the newer program that wrote it");
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(StoreSchema).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
