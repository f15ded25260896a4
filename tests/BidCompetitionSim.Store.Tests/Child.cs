using System.Diagnostics;
using System.Globalization;

namespace BidCompetitionSim.Store.Tests;

/// <summary>What this program does when a test starts it as a process of its own.</summary>
internal static class Child
{
    public const string Word = "--as-child";

    public static int Run(string[] orders)
    {
        try
        {
            return orders switch
            {
                ["write", var path] => Write(path),
                ["check", var path] => Check(path),
                ["count", var path] => Count(path),
                ["speed", var path, var rows] => Speed(path, int.Parse(rows, CultureInfo.InvariantCulture)),
                ["export", var folder] => Export(folder),
                ["example", var path] => Example(path),
                _ => 64,
            };
        }
        catch (StoreException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    /// <summary>The experiment that never ends.</summary>
    public static Plans.PlanDocument Endless { get; } = Planned.Plan(int.MaxValue / 4, measures: 30);

    /// <summary>Writes rows without end, and says after each batch how many are stored.</summary>
    private static int Write(string path)
    {
        using var store = ResultStore.Open(path);
        using var sink = store.Begin(Endless);
        while (true)
        {
            sink.Take(Planned.Rows(Endless, sink.Rows, 128));
            Console.WriteLine(sink.Rows);
        }
    }

    /// <summary>Says how many rows a store has, if it is whole and they are the first ones of the sequence.</summary>
    private static int Check(string path)
    {
        using var store = ResultStore.Open(path);
        store.Check().ShouldBe("ok");
        var rows = Rows.In(store, Endless);
        rows.ShouldBe(Rows.Expected(Endless, rows.Count));
        Console.WriteLine(rows.Count);
        return 0;
    }

    /// <summary>Says how many rows can be read of a store that is not to be written.</summary>
    private static int Count(string path)
    {
        using var store = ResultStore.OpenToRead(path);
        Console.WriteLine(Rows.In(store, Endless).Count);
        return 0;
    }

    /// <summary>Makes a store of this version, to be kept for those that come after it.</summary>
    private static int Example(string path)
    {
        var plan = Planned.Plan(replications: 20, points: 2);
        using var store = ResultStore.Open(path);
        store.Begin(plan).Take(Planned.Rows(plan, 0, 50));
        return 0;
    }

    /// <summary>Exports a small experiment in every form, to be looked at with other programs.</summary>
    private static int Export(string folder)
    {
        var plan = Planned.Plan(replications: 20, measures: 12, points: 3);
        using var store = ResultStore.Open(Path.Combine(folder, "results.db"));
        store.Begin(plan).Take(Planned.Rows(plan, 0, 120));
        var stored = store.Find(plan.Experiment);
        Csv.CsvFolder.Write(store, stored, folder);
        Console.WriteLine(Ema.EmaArchive.Write(store, stored, Path.Combine(folder, "ema.tar.gz")));
        return 0;
    }

    /// <summary>Measures how fast rows are written and read.</summary>
    private static int Speed(string path, int rows)
    {
        var plan = Planned.Wide(rows);
        using var store = ResultStore.Open(path);
        using var sink = store.Begin(plan);
        var batch = Planned.Rows(plan, 0, 128);
        var (watch, allocated, cpu) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
        while (sink.Rows < rows)
        {
            for (var i = 0; i < batch.Length; i++) (batch[i].Arm, batch[i].Replication) = ((int)((sink.Rows + i) % 2), (uint)((sink.Rows + i) / 2));
            sink.Take(batch);
        }
        Console.WriteLine(
            $"{sink.Rows / watch.Elapsed.TotalSeconds:F0} rows/s written, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds * 1e6 / sink.Rows:F1} us of processor a row, "
            + $"{(GC.GetAllocatedBytesForCurrentThread() - allocated) / sink.Rows} bytes allocated a row");
        sink.Finish(Ending.Done, null, []);
        Console.WriteLine($"{new FileInfo(path).Length / sink.Rows} bytes a row");
        watch.Restart();
        Console.WriteLine($"{store.Replay(store.Find(plan.Experiment), []) / watch.Elapsed.TotalSeconds:F0} rows/s read");
        using var csv = new Csv.CsvSink(plan, Stream.Null);
        watch.Restart();
        Console.WriteLine($"{store.Replay(store.Find(plan.Experiment), [csv]) / watch.Elapsed.TotalSeconds:F0} rows/s read and written as CSV");
        return 0;
    }
}
