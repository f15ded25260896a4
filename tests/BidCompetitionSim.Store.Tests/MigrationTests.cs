using System.Runtime.CompilerServices;
using BidCompetitionSim.Store.Schema;
using BidCompetitionSim.Store.Sqlite;

namespace BidCompetitionSim.Store.Tests;

/// <summary>The files under Stores were written by the versions of the program that they are named after, and are never written anew.</summary>
public class MigrationTests
{
    private static readonly int Newest = StoreSchema.Migrations[^1].Version;
    private static readonly Migration Next = new(Newest + 1, "ALTER TABLE experiment ADD COLUMN note TEXT; CREATE TABLE tag (experiment INTEGER, tag TEXT);");
    private static readonly Migration AfterNext = new(Newest + 2, "UPDATE experiment SET note = 'from the next'; DROP TABLE tag;");

    [Theory]
    [InlineData("v1.db")]
    public void A_store_of_an_earlier_version_is_read_by_this_one(string name)
    {
        using var folder = new Folder();
        File.Copy(Committed(name), folder.Store);
        using var store = ResultStore.Open(folder.Store);
        var plan = Planned.Plan(replications: 20, points: 2);

        Rows.In(store, plan).ShouldBe(Rows.Expected(plan, 50));
        store.Check().ShouldBe("ok");
        var stored = store.Find(plan.Experiment);
        stored.Sittings.ShouldHaveSingleItem().CommandLine.ShouldBe("bidsim compare some");
        stored.Plan.Question.ShouldBe(plan.Question);
        store.Odd(stored).ShouldBeNull();
    }

    [Fact]
    public void Steps_are_taken_in_order_from_the_version_that_is_there()
    {
        using var folder = new Folder();
        File.Copy(Committed("v1.db"), folder.Store);
        ResultStore.Open(folder.Store, [.. StoreSchema.Migrations, Next, AfterNext], TimeSpan.Zero).Dispose();
        using (var database = Database.Open(folder.Store, Access.Read, TimeSpan.Zero))
        {
            database.Number("PRAGMA user_version").ShouldBe(Newest + 2);
            database.Number("SELECT count(*) FROM experiment WHERE note = 'from the next'").ShouldBe(1);
            database.Number("SELECT count(*) FROM outcome_1").ShouldBe(50);
        }
        var before = File.ReadAllBytes(folder.Store);
        ResultStore.Open(folder.Store, [.. StoreSchema.Migrations, Next, AfterNext], TimeSpan.Zero).Dispose();

        File.ReadAllBytes(folder.Store).ShouldBe(before);
    }

    [Fact]
    public void A_step_that_fails_leaves_the_store_as_it_was()
    {
        using var folder = new Folder();
        File.Copy(Committed("v1.db"), folder.Store);
        Should.Throw<StoreException>(() => ResultStore.Open(folder.Store, [.. StoreSchema.Migrations, Next, new(Newest + 2, "UPDATE nothing SET a = 1")], TimeSpan.Zero));
        using var database = Database.Open(folder.Store, Access.Read, TimeSpan.Zero);

        database.Number("PRAGMA user_version").ShouldBe(1);
        database.Number("SELECT count(*) FROM pragma_table_info('experiment') WHERE name = 'note'").ShouldBe(0);
    }

    [Fact]
    public void A_store_of_a_later_version_is_refused_and_left_as_it_was()
    {
        using var folder = new Folder();
        ResultStore.Open(folder.Store, [.. StoreSchema.Migrations, Next], TimeSpan.Zero).Dispose();
        var before = File.ReadAllBytes(folder.Store);

        foreach (var open in new Func<string, ResultStore>[] { ResultStore.Open, ResultStore.OpenToRead })
            Should.Throw<StoreException>(() => open(folder.Store)).Message.ShouldContain($"version {Newest + 1}, and this program knows versions up to {Newest}");
        File.ReadAllBytes(folder.Store).ShouldBe(before);
    }

    [Fact]
    public void Versions_rise_by_one() =>
        StoreSchema.Migrations.Select(static step => step.Version).ShouldBe(Enumerable.Range(1, StoreSchema.Migrations.Count));

    private static string Committed(string name, [CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "Stores", name);
}
