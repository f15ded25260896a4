using BidCompetitionSim.Store.Sqlite;

namespace BidCompetitionSim.Store.Tests;

public class FileTests
{
    [Fact]
    public void A_file_that_is_no_store_is_refused_and_left_as_it_was()
    {
        using var folder = new Folder();
        foreach (var text in new[] { "point,arm\n1,2\n", new string('x', 5000), "SQLite format 3\0", "\0" })
        {
            File.WriteAllText(folder.Store, text);

            Should.Throw<StoreException>(() => ResultStore.Open(folder.Store)).Remedy.ShouldContain("not changed");
            Should.Throw<StoreException>(() => ResultStore.OpenToRead(folder.Store));
            File.ReadAllText(folder.Store).ShouldBe(text);
            Directory.GetFiles(folder.Path).ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_as_it_was()
    {
        using var folder = new Folder();
        using (var other = Database.Open(folder.Store, Access.Write, TimeSpan.Zero)) other.Execute("CREATE TABLE bookmark (url TEXT)");
        var before = File.ReadAllBytes(folder.Store);

        Should.Throw<StoreException>(() => ResultStore.Open(folder.Store)).Message.ShouldContain("another program's");
        Should.Throw<StoreException>(() => ResultStore.OpenToRead(folder.Store)).Message.ShouldContain("another program's");
        File.ReadAllBytes(folder.Store).ShouldBe(before);
    }

    [Fact]
    public void A_damaged_store_is_said_to_be_damaged()
    {
        using var folder = new Folder();
        var plan = Planned.Wide(1000);
        using (var store = ResultStore.Open(folder.Store)) store.Begin(plan).Take(Planned.Rows(plan, 0, 1000));
        using (var file = File.OpenWrite(folder.Store))
        {
            file.Position = 16384;
            file.Write(new byte[file.Length - 16384 - 16384]);
        }

        Should.Throw<StoreException>(() =>
        {
            using var store = ResultStore.Open(folder.Store);
            Rows.In(store, plan);
        }).Message.ShouldContain("damaged");
    }

    [Fact]
    public void A_folder_a_missing_folder_and_a_missing_file_are_told_apart()
    {
        using var folder = new Folder();

        Should.Throw<StoreException>(() => ResultStore.Open(folder.Path)).Problem.ShouldBe("it is a folder");
        Should.Throw<StoreException>(() => ResultStore.Open(folder.At("not/there.db"))).Problem.ShouldContain("there is no folder");
        Should.Throw<StoreException>(() => ResultStore.OpenToRead(folder.At("none.db"))).Problem.ShouldBe("there is no such file");
        Should.Throw<StoreException>(() => ResultStore.Open("")).Problem.ShouldBe("it is no path of a file");
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a b#c%41.db"), InlineData("what?mode=memory"), InlineData("結果.db")]
    public void Whatever_a_file_is_called_it_is_a_file(string name)
    {
        using var folder = new Folder();
        var path = Path.GetRelativePath(Environment.CurrentDirectory, folder.At(name));
        using (var store = ResultStore.Open(path)) store.Begin(Planned.Plan()).Take(Planned.Rows(Planned.Plan(), 0, 4));
        using var again = ResultStore.OpenToRead(path);

        again.Experiments().Single().Rows.ShouldBe(4);
        File.Exists(folder.At(name)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(":memory:"), InlineData("file:results?mode=memory")]
    public void Names_that_are_special_to_sqlite_are_files_too(string name)
    {
        using (ResultStore.Open(name)) { }

        File.Exists(name).ShouldBeTrue();
        File.Delete(name);
    }

    [Fact]
    public void An_empty_file_becomes_a_store_but_has_nothing_to_read()
    {
        using var folder = new Folder();
        File.WriteAllBytes(folder.Store, []);

        Should.Throw<StoreException>(() => ResultStore.OpenToRead(folder.Store)).Problem.ShouldBe("it is empty");
        using var store = ResultStore.Open(folder.Store);
        store.Experiments().ShouldBeEmpty();
    }

    [Fact]
    public void A_store_that_another_program_is_writing_is_said_to_be_so_and_stays_whole()
    {
        using var folder = new Folder();
        var plan = Planned.Plan();
        using var store = ResultStore.Open(folder.Store, Schema.StoreSchema.Migrations, TimeSpan.Zero);
        using var sink = store.Begin(plan);
        sink.Take(Planned.Rows(plan, 0, 10));
        using (var other = Database.Open(folder.Store, Access.Write, TimeSpan.Zero))
        {
            other.Execute("BEGIN IMMEDIATE");
            Should.Throw<StoreException>(() => sink.Take(Planned.Rows(plan, 10, 10))).Problem.ShouldBe("another program is writing it");
            other.RollBack();
        }
        sink.Take(Planned.Rows(plan, 10, 10));

        Rows.In(store, plan).ShouldBe(Rows.Expected(plan, 20));
    }

    [Fact]
    public void Two_programs_that_write_the_same_experiment_cannot_mix_their_rows()
    {
        using var folder = new Folder();
        var plan = Planned.Plan();
        using var one = ResultStore.Open(folder.Store);
        using var two = ResultStore.Open(folder.Store);
        using var first = one.Begin(plan);
        using var second = two.Begin(plan);
        first.Take(Planned.Rows(plan, 0, 10));

        Should.Throw<StoreException>(() => second.Take(Planned.Rows(plan, 0, 10))).Problem.ShouldBe("another program has stored rows of the same experiment meanwhile");
        first.Take(Planned.Rows(plan, 10, 10));
        Rows.In(one, plan).ShouldBe(Rows.Expected(plan, 20));
    }
}
