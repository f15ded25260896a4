namespace BidCompetitionSim.Store.Tests;

public class KillTests
{
    /// <summary>A batch's number of rows in the child.</summary>
    private const int Batch = 128;

    [Fact]
    public void A_store_killed_while_it_writes_opens_again_has_all_rows_it_said_to_have_and_goes_on()
    {
        using var folder = new Folder();
        var stored = 0;
        for (var round = 1; round <= 5; round++)
        {
            var said = KilledAfter(batches: 5 * round, folder.Store);
            using var store = ResultStore.Open(folder.Store);
            store.Check().ShouldBe("ok");
            var rows = Rows.In(store, Child.Endless);

            said.ShouldBeGreaterThan(stored);
            rows.Count.ShouldBeGreaterThanOrEqualTo(said);
            (rows.Count % Batch).ShouldBe(0);
            store.Find(Child.Endless.Experiment).Rows.ShouldBe(rows.Count);
            rows[stored..].ShouldBe(Rows.Expected(Child.Endless, rows.Count)[stored..]);
            stored = rows.Count;
        }
    }

    [Fact]
    public void A_store_killed_at_any_moment_of_its_making_can_be_opened()
    {
        using var folder = new Folder();
        for (var round = 0; round < 8; round++)
        {
            var path = folder.At($"{round}.db");
            using (var child = Process.Start("write", path))
            {
                SpinWait.SpinUntil(() => File.Exists(path), TimeSpan.FromSeconds(30)).ShouldBeTrue();
                Thread.SpinWait(round * 40_000);
                child.Kill();
                child.WaitForExit();
            }

            using var store = ResultStore.Open(path);
            store.Check().ShouldBe("ok");
            store.Begin(Child.Endless).Rows.ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    /// <summary>Kills a child (SIGKILL) in the middle of its writing.</summary>
    /// <returns>How many rows it said to have stored.</returns>
    private static int KilledAfter(int batches, string path)
    {
        using var child = Process.Start("write", path);
        var said = 0;
        for (var i = 0; i < batches; i++)
            said = int.Parse(child.StandardOutput.ReadLine() ?? throw new InvalidOperationException(child.StandardError.ReadToEnd()));
        child.Kill();
        child.WaitForExit();
        return said;
    }
}
