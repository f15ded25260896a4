using System.IO.Compression;
using System.Text;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Store.Bundles;

namespace BidCompetitionSim.Store.Tests;

public class BundleTests
{
    [Fact]
    public void A_bundle_played_again_has_the_same_rows()
    {
        foreach (var plan in new[] { Played.AtTwoPoints(20), Played.Plan(6, uncertain: true), Played.Plan(10, decompose: true), Played.Overridden(10) })
        {
            using var folder = new Folder();
            using var bundle = Bundle.Open(Bundled(folder, plan));
            using var comparison = new RowComparison(bundle);
            new ExperimentRunner().Run(bundle.Plan, null, [comparison]);
            comparison.Finish();

            comparison.First.ShouldBeNull();
            comparison.Compared.ShouldBe(bundle.Manifest.Rows);
            comparison.Digest.ShouldBe(bundle.Manifest.Digest);
            bundle.Result().ShouldBe("{}"u8.ToArray());
        }
    }

    [Fact]
    public void Equal_results_make_equal_bundles()
    {
        using var folder = new Folder();
        using var store = ResultStore.Open(folder.Store);
        var plan = Played.Plan(10);
        Played.PlayInto(store, plan);
        Bundle.Write(store, store.Experiments()[0], folder.At("one.zip"));
        Bundle.Write(store, store.Experiments()[0], folder.At("two.zip"));

        File.ReadAllBytes(folder.At("two.zip")).ShouldBe(File.ReadAllBytes(folder.At("one.zip")));
        Directory.GetFiles(folder.Path, "*.zip*").Length.ShouldBe(2);
    }

    [Fact]
    public void The_first_row_that_differs_is_named_with_its_measure_and_both_values()
    {
        using var folder = new Folder();
        var path = Bundled(folder, Played.Plan(10));
        using var bundle = Bundle.Open(path);
        using var comparison = new RowComparison(bundle);
        new ExperimentRunner().Run(bundle.Plan, null, [new Altering(comparison, row: 7, by: static row => row.Values[1] += 0.25)]);
        comparison.Finish();

        comparison.First!.Row.ShouldBe(7);
        comparison.First.Where.ShouldBe("point 0, replication 3, arm asean-led");
        comparison.First.Column.ShouldBe(bundle.Plan.Measures[1].Id);
        (double.Parse(comparison.First.Played) - double.Parse(comparison.First.Bundled)).ShouldBe(0.25, 1e-12);
        comparison.Different.ShouldBe(1);
    }

    [Fact]
    public void Every_part_of_a_row_is_compared()
    {
        using var folder = new Folder();
        using var bundle = Bundle.Open(Bundled(folder, Played.Plan(10)));
        ColumnThatDiffers(bundle, static row => row.Values[^1] = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(row.Values[^1]) + 1)).ShouldBe(bundle.Plan.Measures[^1].Id);
        ColumnThatDiffers(bundle, static row => row.Winners[0] = row.Winners[0] < 0 ? 0 : -1).ShouldBe("winner@" + bundle.Document.Segments[0]);
        ColumnThatDiffers(bundle, static row => row.Redraws++).ShouldBe("redraws");
        ColumnThatDiffers(bundle, static row => row.Fingerprint ^= 1).ShouldBe("fingerprint");
        ColumnThatDiffers(bundle, static row => row.Fail("broken")).ShouldBe("status");
        ColumnThatDiffers(bundle, static row => row.Replication++).ShouldBe("row");
        ColumnThatDiffers(bundle, static _ => { }).ShouldBeNull();
    }

    [Fact]
    public void Rows_that_are_missing_on_one_side_are_differences()
    {
        using var folder = new Folder();
        using var bundle = Bundle.Open(Bundled(folder, Played.Plan(10)));
        using var fewer = new RowComparison(bundle);
        new ExperimentRunner().Run(bundle.Plan with { Replications = 8 }, null, [fewer]);
        fewer.Finish();
        fewer.First.ShouldBe(new RowDifference(16, "point 0, replication 8, arm bilateral", "row", "there", "not played"));
        fewer.Different.ShouldBe(4);
        using var more = new RowComparison(bundle);
        new ExperimentRunner().Run(bundle.Plan with { Replications = 11 }, null, [more]);
        more.Finish();

        more.First.ShouldBe(new RowDifference(20, "point 0, replication 10, arm bilateral", "row", "not there", "played"));
    }

    [Fact]
    public void An_unfinished_experiment_is_not_bundled()
    {
        using var folder = new Folder();
        using var store = ResultStore.Open(folder.Store);
        var plan = Planned.Plan(10);
        store.Begin(plan).Take(Planned.Rows(plan, 0, 6));

        Should.Throw<StoreException>(() => Bundle.Write(store, store.Find("e0"), folder.At("b.zip"))).Message.ShouldContain("6 of 20 rows");
        File.Exists(folder.At("b.zip")).ShouldBeFalse();
    }

    [Fact]
    public void What_was_changed_added_removed_or_doubled_is_refused()
    {
        using var folder = new Folder();
        var path = Bundled(folder, Played.Plan(5));
        foreach (var (change, said) in new (Action<ZipArchive>, string)[]
        {
            (static zip => Replace(zip, "rows.csv", static text => text.Replace("done", "dome")), "rows.csv was changed"),
            (static zip => Replace(zip, "rows.csv", static text => text + "\n"), "the manifest says"),
            (static zip => Replace(zip, "plan.json", static text => text.Replace("\"seed\": 7", "\"seed\": 8")), "plan.json was changed"),
            (static zip => Replace(zip, "manifest.json", static _ => "{"), "manifest.json cannot be read"),
            (static zip => Replace(zip, "manifest.json", static text => text.Replace("bundle/1", "bundle/2")), "has the form \"bidsim/bundle/2\""),
            (static zip => Replace(zip, "manifest.json", static text => text.Replace("\"name\": \"README.txt\"", "\"name\": \"../README.txt\"")), "which is not there"),
            (static zip => zip.GetEntry("scenario.yaml")!.Delete(), "scenario.yaml is missing"),
            (static zip => zip.CreateEntry("../../etc/passwd"), "no file \"../../etc/passwd\""),
            (static zip => zip.CreateEntry("/etc/passwd"), "no file \"/etc/passwd\""),
            (static zip => zip.CreateEntry("C:\\rows.csv"), "no file"),
            (static zip => zip.CreateEntry("notes/"), "no file \"notes/\""),
            (static zip => zip.CreateEntry("rows.csv"), "rows.csv is there 2 times"),
            (static zip => zip.CreateEntry("result.json"), "result.json is there 2 times"),
        })
        {
            var changed = folder.At("changed.zip");
            File.Copy(path, changed, overwrite: true);
            using (var zip = ZipFile.Open(changed, ZipArchiveMode.Update)) change(zip);
            Should.Throw<BundleException>(() => Bundle.Open(changed)).Message.ShouldContain(said);
        }
    }

    [Fact]
    public void A_document_blown_up_beyond_all_measure_is_not_read()
    {
        using var folder = new Folder();
        var path = Bundled(folder, Played.Plan(5));
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            zip.GetEntry("scenario.yaml")!.Delete();
            using var bomb = zip.CreateEntry("scenario.yaml").Open();
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 65; megabyte++) bomb.Write(zeros);
        }

        Should.Throw<BundleException>(() => Bundle.Open(path)).Message.ShouldContain("scenario.yaml is longer than");
    }

    [Fact]
    public void A_file_that_is_longer_than_it_says_is_not_believed()
    {
        using var folder = new Folder();
        var path = Bundled(folder, Played.Plan(5));
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().LastIndexOf("rows.csv"u8) - 46; // its record in the directory at the end
        var length = BitConverter.ToInt32(bytes, at + 24);
        BitConverter.TryWriteBytes(bytes.AsSpan(at + 24), length - 100);
        File.WriteAllBytes(path, bytes);

        Should.Throw<BundleException>(() => Bundle.Open(path)).Message.ShouldContain("rows.csv");
    }

    [Fact]
    public void Whatever_is_no_bundle_at_all_is_refused_in_words()
    {
        using var folder = new Folder();
        var path = Bundled(folder, Played.Plan(5));
        var whole = File.ReadAllBytes(path);
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var bytes = whole.ToArray();
            if (i % 2 == 0) bytes = bytes[..random.Next(bytes.Length)];
            else for (var k = 0; k < 20; k++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(path, bytes);
            if (bytes.AsSpan().SequenceEqual(whole)) continue;
            Should.Throw<BundleException>(() => Bundle.Open(path).Dispose(), $"case {i}").Problems.ShouldNotBeEmpty();
        }
    }

    private static string Bundled(Folder folder, ExperimentPlan plan)
    {
        using var store = ResultStore.Open(folder.Store);
        Played.PlayInto(store, plan);
        Bundle.Write(store, store.Experiments()[^1], folder.At("bundle.zip"));
        return folder.At("bundle.zip");
    }

    private static string? ColumnThatDiffers(Bundle bundle, Action<Row> alter)
    {
        using var comparison = new RowComparison(bundle);
        new ExperimentRunner().Run(bundle.Plan, null, [new Altering(comparison, row: 4, alter)]);
        return comparison.First?.Column;
    }

    private static void Replace(ZipArchive zip, string name, Func<string, string> change)
    {
        string text;
        using (var reader = new StreamReader(zip.GetEntry(name)!.Open())) text = reader.ReadToEnd();
        zip.GetEntry(name)!.Delete();
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(change(text)));
    }

    /// <summary>Alters one row on its way to another sink.</summary>
    private sealed class Altering(IRowSink sink, long row, Action<Row> by) : IRowSink
    {
        private long _seen;

        public void Take(ReadOnlySpan<Row> rows)
        {
            if (row >= _seen && row < _seen + rows.Length) by(rows[(int)(row - _seen)]);
            _seen += rows.Length;
            sink.Take(rows);
        }
    }
}
