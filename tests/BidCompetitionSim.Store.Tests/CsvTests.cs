using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using BidCompetitionSim.Store.Csv;
using BidCompetitionSim.Store.Ema;
using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Store.Tests;

public class CsvTests
{
    [Fact]
    public void Rows_are_a_line_each_with_everything_that_tells_them_apart()
    {
        var plan = Planned.Plan(replications: 9, measures: 2);
        var lines = Csv(plan, 18).Split('\n');

        lines[0].ShouldBe("experiment,point,bidding.softness,delivery.delay,arm,replication,seed,status,reason,measure0@laos,measure1@laos,winner@a-b,winner@b-c,clash@b,clash@c");
        lines[1].ShouldBe("e0123456789a,0,0.1,1.5,bilateral,0,18446744073709551615,done,,1.4142135623730951,1.7320508075688772,nobody,china,1,0");
        lines[17].ShouldBe("e0123456789a,0,0.1,1.5,bilateral,8,18446744073709551615,failed,\"No offer could be made, at row 16.\",,,,,,");
        lines[18].ShouldStartWith("e0123456789a,0,0.1,1.5,asean-led,8,");
        lines.Length.ShouldBe(20);
        lines[^1].ShouldBeEmpty();
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")"), InlineData("+1"), InlineData("-1"), InlineData("@SUM(A1)"), InlineData("\t=1"), InlineData("\r\n=1")]
    public void A_reason_is_never_a_formula_to_a_spreadsheet(string reason)
    {
        var plan = Planned.Plan(measures: 1);
        var row = plan.NewRow();
        row.Fail(reason);
        var reader = new CsvReader(new MemoryStream(Bytes(plan, row)));
        reader.Read();
        reader.Read().ShouldBeTrue();

        Encoding.UTF8.GetString(reader[8]).ShouldBe("'" + reason);
        reader.Read().ShouldBeFalse();
    }

    [Fact]
    public void Any_texts_and_numbers_read_back_as_they_were_written() => Prop.ForAll(
        ArbMap.Default.ArbFor<(string?, double, string?)[]>(),
        lines =>
        {
            using var stream = new MemoryStream();
            var csv = new CsvWriter(stream);
            foreach (var (a, number, b) in lines) csv.Text(a ?? "").Number(number).Text(b ?? "").EndLine();
            csv.Flush();
            stream.Position = 0;
            var reader = new CsvReader(stream);
            return lines.All(line => reader.Read() && reader.Count == 3 && Equal(reader[0], line.Item1) && Equal(reader[2], line.Item3) && Equal(reader[1], line.Item2)) && !reader.Read();

            static bool Equal<T>(ReadOnlySpan<byte> field, T value) => value switch
            {
                double number when double.IsFinite(number) => double.Parse(field) == number,
                double => true,
                _ => Encoding.UTF8.GetString(field) == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value as string ?? "")),
            };
        }).Check(Config.QuickThrowOnFailure.WithReplay(5, 9));

    [Theory]
    [InlineData("a,\"b", "not closed"), InlineData("a,\"b\"c\n", "after a closing quote")]
    public void Broken_quotes_are_refused(string text, string said) =>
        Should.Throw<FormatException>(() => new CsvReader(new MemoryStream(Encoding.UTF8.GetBytes(text))).Read()).Message.ShouldContain(said);

    [Fact]
    public void A_file_appears_whole_or_not_at_all()
    {
        using var folder = new Folder();
        var plan = Planned.Plan();
        File.WriteAllText(folder.At("rows.csv"), "before");
        using (var sink = new CsvSink(plan, folder.At("rows.csv"))) sink.Take(Planned.Rows(plan, 0, 10));
        File.ReadAllText(folder.At("rows.csv")).ShouldBe("before");
        Directory.GetFiles(folder.Path).ShouldHaveSingleItem();
        using (var sink = new CsvSink(plan, folder.At("rows.csv")))
        {
            sink.Take(Planned.Rows(plan, 0, 10));
            sink.Finish();
        }

        File.ReadLines(folder.At("rows.csv")).Count().ShouldBe(11);
        Directory.GetFiles(folder.Path).ShouldHaveSingleItem();
        Should.Throw<IOException>(() => new CsvSink(plan, folder.Path));
    }

    [Fact]
    public void A_folder_has_the_rows_and_what_their_measures_mean()
    {
        using var folder = new Folder();
        var plan = Planned.Plan(replications: 5, measures: 2);
        using var store = ResultStore.Open(folder.Store);
        store.Begin(plan).Take(Planned.Rows(plan, 0, 10));
        CsvFolder.Write(store, store.Find("e0"), folder.At("tables")).ShouldBe(10);

        File.ReadAllText(folder.At("tables/rows.csv")).ShouldBe(Csv(plan, 10));
        File.ReadAllLines(folder.At("tables/measures.csv")).ShouldBe([
            "measure,label,unit,family,subject,better,resolution,outcome",
            "measure0@laos,Measure 0,1,state,laos,higher,hundredths,1", "measure1@laos,Measure 1,1,state,laos,higher,hundredths,0"]);
    }

    [Fact]
    public void An_archive_is_laid_out_as_the_ema_workbench_reads_it()
    {
        using var folder = new Folder();
        var plan = Planned.Plan(replications: 9, measures: 4);
        using var store = ResultStore.Open(folder.Store);
        store.Begin(plan).Take(Planned.Rows(plan, 0, 18));
        EmaArchive.Write(store, store.Find("e0"), folder.At("ema.tar.gz")).ShouldBe((17, 1));
        var files = Untar(folder.At("ema.tar.gz"));

        // What its load_results does: every column of the metadata is a column of the experiments, every outcome's file is found by the name given and has
        // a line for each experiment; a missing value is a pair of quotes, since a reader skips an empty line.
        files.Keys.ShouldBe(["experiments.csv", "measure0_laos.csv", "measure1_laos.csv", "measure2_laos.csv", "measure3_laos.csv", "metadata.json"]);
        var experiments = files["experiments.csv"].Split('\n');
        experiments[0].ShouldBe("bidding_softness,delivery_delay,point,replication,scenario,policy,model");
        experiments[1].ShouldBe("0.1,1.5,0,0,p0r0,bilateral,some");
        experiments[17].ShouldBe("0.1,1.5,0,8,p0r8,asean-led,some");
        files["measure0_laos.csv"].ShouldStartWith("1.4142135623730951\n1.7320508075688772\n2\n");
        files["measure3_laos.csv"].ShouldBe(string.Concat(Enumerable.Repeat("\"\"\n", 17)));
        files["metadata.json"].ShouldBe(
            """
            {"version":0.1,"outcomes":[["ScalarOutcome","measure0_laos","measure0_laos.csv"],["ScalarOutcome","measure1_laos","measure1_laos.csv"],["ScalarOutcome","measure2_laos","measure2_laos.csv"],["ScalarOutcome","measure3_laos","measure3_laos.csv"]],"experiments":{"bidding_softness":"float64","delivery_delay":"float64","point":"int64","replication":"int64","scenario":"object","policy":"object","model":"object"}}
            """);
        using var metadata = JsonDocument.Parse(files["metadata.json"]);
        metadata.RootElement.GetProperty("experiments").EnumerateObject().Select(static column => column.Name).ShouldBe(experiments[0].Split(','));
        foreach (var outcome in metadata.RootElement.GetProperty("outcomes").EnumerateArray())
            files[outcome[2].GetString()!].Count(static letter => letter == '\n').ShouldBe(17);
    }

    [Fact]
    public void Names_for_the_ema_workbench_are_distinct_identifiers() =>
        EmaNames.Of(["hostSurplus@laos", "hostSurplus.laos", "2nd", "größe", ""]).ShouldBe(["hostSurplus_laos", "hostSurplus_laos_2", "_2nd", "gr__e", "_"]);

    private static string Csv(Plans.PlanDocument plan, int rows) => Encoding.UTF8.GetString(Bytes(plan, Planned.Rows(plan, 0, rows)));

    private static byte[] Bytes(Plans.PlanDocument plan, params Experiments.Running.Row[] rows)
    {
        using var stream = new MemoryStream();
        using var sink = new CsvSink(plan, stream);
        sink.Take(rows);
        sink.Finish();
        return stream.ToArray();
    }

    private static Dictionary<string, string> Untar(string path)
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var files = new Dictionary<string, string>();
        while (tar.GetNextEntry() is { } entry) files[entry.Name] = new StreamReader(entry.DataStream!).ReadToEnd();
        return files;
    }
}
