namespace BidCompetitionSim.EndToEnd;

/// <summary>Files that options name: what stands for standard output, what was there before, what a killed program left.</summary>
public sealed class OutputFileTests : IDisposable
{
    private const string Compare = "compare jakarta-bandung --replications 4";

    private readonly Folder _folder = new();

    [Theory]
    [InlineData("verify hello.txt", "hello.txt: found no zip archive, or one cut short, expected a bundle")]
    [InlineData("verify .", ".: found a folder, expected a bundle")]
    [InlineData("verify nothing.zip", "nothing.zip: found no file that can be read, expected a bundle: it is not there")]
    [InlineData("verify ''", "BUNDLE: found no path, expected the path of a bundle")]
    [InlineData("hindcast ''", "CASES.csv: found no path, expected")]
    [InlineData("run jakarta-bandung --events ''", "--events: found no path, expected the path of a file")]
    [InlineData("run jakarta-bandung --events no/such", "--events: found no/such, expected a file that can be written: its folder is not there")]
    [InlineData("run jakarta-bandung --events -", "--events: found -, expected a file: standard output carries what the command itself says; a file of that name is ./-")]
    [InlineData("run jakarta-bandung --log ''", "--log: found no path, expected the path of a file")]
    [InlineData(Compare + " --csv -", "--csv: found -, expected a file: standard output carries")]
    [InlineData(Compare + " --csv /dev/stdout", "--csv: found /dev/stdout, expected a file: standard output carries")]
    [InlineData(Compare + " --report rows.12.partial", "--report: found rows.12.partial, which is what a file is called while it is written")]
    [InlineData(Compare + " --store -", "--store: \"-\": it is no path of a file")]
    [InlineData("scenario train jakarta-bandung --rounds 1 --to -", "--to: found -, expected a file")]
    [InlineData("hindcast --fit --weights -", "--weights: found -, expected a file")]
    public void What_cannot_be_read_or_written_is_told_in_words_of_our_own(string line, string words)
    {
        _folder.Write("hello.txt", "hello");

        var refused = Bidsim.Run(_folder.Here, [.. line.Split(' ').Select(word => word == "''" ? "" : word)]).ShouldBeRefused();

        refused.Error.ShouldContain(words);
        refused.Error.ShouldNotContain("Parameter");
        refused.Output.ShouldBeEmpty();
        Directory.GetFiles(_folder.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public void What_was_there_before_is_replaced_and_that_is_told_by_every_option()
    {
        string[] line = [.. Compare.Split(' '), "--csv", "rows.csv", "--report", "report.html"];
        Bidsim.Run(_folder.Here, [.. line, "--store", "s.db"]).ShouldBeDone().Error.ShouldNotContain("replaced");
        var id = Bidsim.Run(_folder.Here, "results", "list", "--store", "s.db").ShouldBeDone().Output.Split(' ')[0];

        Twice(line).ShouldContain("--csv: rows.csv was there before and is replaced");
        Twice(line).ShouldContain("--report: report.html was there before and is replaced");
        Twice("run", "jakarta-bandung", "--events", "events.jsonl").ShouldContain("--events: events.jsonl was there before and is replaced");
        Twice("results", "export", id, "--store", "s.db", "--csv", "again.csv", "--ema", "ema.tar.gz").ShouldContain("--ema: ema.tar.gz was there before and is replaced");
        Twice("results", "bundle", id, "b.zip", "--store", "s.db").ShouldContain("FILE: b.zip was there before and is replaced");
        Twice("scenario", "train", "jakarta-bandung", "--rounds", "1", "--to", "learnt.yaml").ShouldContain("--to: learnt.yaml was there before and is replaced");
    }

    [Fact]
    public void Rows_can_be_exported_to_standard_output()
    {
        Bidsim.Run(_folder.Here, [.. Compare.Split(' '), "--store", "s.db", "--csv", "rows.csv"]).ShouldBeDone();
        var id = Bidsim.Run(_folder.Here, "results", "list", "--store", "s.db").ShouldBeDone().Output.Split(' ')[0];

        Bidsim.Run(_folder.Here, "results", "export", id, "--store", "s.db", "--csv", "-").ShouldBeDone().Output.ShouldBe(_folder.Read("rows.csv"));
        Bidsim.Run(_folder.Here, "results", "export", id, "--store", "s.db", "--csv", "-", "--output", "json").ShouldBeRefused().Error.ShouldContain("one JSON document");
    }

    [Fact]
    public void What_a_killed_program_left_is_taken_away_and_what_another_one_writes_is_not()
    {
        using var other = Running.Start(_folder.Here, "compare", "jakarta-bandung", "--replications", "1000000", "--csv", "rows.csv");
        other.WaitFor("rows");
        var left = Directory.GetFiles(_folder.Path, "rows.csv.*.partial").ShouldHaveSingleItem();

        Bidsim.Run(_folder.Here, [.. Compare.Split(' '), "--csv", "rows.csv"]).ShouldBeDone().Error.ShouldContain($"{left}: left alone; another program may be writing it");
        File.Exists(left).ShouldBeTrue();
        other.Signal("KILL");
        other.End().Code.ShouldBe(137);

        Bidsim.Run(_folder.Here, [.. Compare.Split(' '), "--csv", "rows.csv"]).ShouldBeDone().Error.ShouldContain($"{left}: removed; a program that did not come to its end left it");
        Directory.GetFiles(_folder.Path).ShouldBe([Path.Combine(_folder.Path, "rows.csv")]);
    }

    public void Dispose() => _folder.Dispose();

    private string Twice(params string[] line)
    {
        Bidsim.Run(_folder.Here, line).ShouldBeDone();
        return Bidsim.Run(_folder.Here, line).ShouldBeDone().Error;
    }
}
