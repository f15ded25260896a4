using System.Text;
using BidCompetitionSim.Scenarios.Cases;
using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Scenarios.Tests.Cases;

public class CaseFileTests
{
    [Fact]
    public void A_row_may_say_no_more_than_id_host_sector_and_year()
    {
        var one = Read("id,host,sector,award_year\nx,Laos,metro,2020\n").Cases!.Single();

        (one.Id, one.Host, one.Sector, one.Year).ShouldBe(("x", "LAO", "metro", 2020));
        one.Winner.ShouldBeNull();
        one.China.ShouldBe(new StatedOffer(null, null, null, null, null, null));
    }

    [Fact]
    public void Cells_in_quotes_hold_commas_line_ends_and_doubled_quotes()
    {
        var one = Read("\uFEFFid,name,host,sector\r\n1,\"a \"\"line\"\", broken\r\nin two\",vnm,\"road\"\r\n").Cases!.Single();

        one.Name.ShouldBe("a \"line\", broken\r\nin two");
        one.Host.ShouldBe("VNM");
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_by_line_with_what_was_expected()
    {
        var problems = Read("id,host,sector,award_year,winner,planned_cost_usd_bn\n1,Laoz,metro,2020,china,1\n1,Laos,meto,20x0,chna,-3\n2,Laos,metro\n").Problems.Select(static one => one.ToString()).ToArray();

        problems.ShouldContain(line => line.StartsWith("t.csv:2: host: found 'Laoz', expected one of Brunei", StringComparison.Ordinal) && line.EndsWith("(did you mean Laos?)", StringComparison.Ordinal));
        problems.ShouldContain("t.csv:3: id: found '1', expected an id that no row above has");
        problems.ShouldContain(line => line.StartsWith("t.csv:3: sector: found 'meto'", StringComparison.Ordinal) && line.Contains("did you mean metro?"));
        problems.ShouldContain("t.csv:3: award_year: found '20x0', expected a number from 1950 to 2150, or nothing");
        problems.ShouldContain("t.csv:3: winner: found 'chna', expected china, japan, other, none or nothing (did you mean china?)");
        problems.ShouldContain("t.csv:3: planned_cost_usd_bn: found '-3', expected a number from 0 to 10000, or nothing");
        problems.ShouldContain("t.csv:4: found 3 cells, expected 6, as in the first line");
    }

    [Theory]
    [InlineData("", "found no header")]
    [InlineData("id,sector\nx,metro\n", "t.csv:1: host: found no such column")]
    [InlineData("id,host,sector,id\n", "the column 'id' twice")]
    [InlineData("id,host,sector,award_yaer\n", "did you mean award_year?")]
    [InlineData("id,host,sector\n\"x,Laos,metro\n", "t.csv:2: found a quote that is never closed")]
    [InlineData("id,host,sector\n\"x\"y,Laos,metro\n", "t.csv:2: found text after a closing quote")]
    [InlineData("id,host,sector\nx\"y,Laos,metro\n", "t.csv:2: found a quote inside a cell without quotes")]
    [InlineData("id,host,sector\nx\u0001,Laos,metro\n", "t.csv:2: found the control character")]
    public void What_a_lenient_reader_would_guess_at_is_refused(string text, string told) => Read(text).Problems.ShouldContain(problem => problem.ToString().Contains(told));

    [Fact]
    public void A_column_that_is_ignored_is_read_as_empty()
    {
        var text = "id,host,sector,award_year,decision_year,winner\nx,Laos,metro,20x0,2011,china\n"u8.ToArray();

        var one = CaseFile.Parse("t.csv", text, "award_year", "winner").Cases!.Single();

        (one.Year, one.Winner).ShouldBe((2011, null));
        CaseFile.Parse("t.csv", text).Ok.ShouldBeFalse();
        CaseFile.Shipped("competed").Cases!.ShouldAllBe(static one => one.Rivalry == Rivalry.Unknown);
    }

    [Fact]
    public void As_many_rows_as_the_limit_says_are_read_below_the_columns() =>
        Read("id,host,sector\n" + string.Concat(Enumerable.Range(0, CaseLimits.Rows).Select(n => $"c{n},Laos,metro\n"))).Cases!.Count.ShouldBe(CaseLimits.Rows);

    [Fact]
    public void Bytes_that_are_not_utf8_and_tables_too_large_are_refused()
    {
        CaseFile.Parse("t.csv", [.. "id,host,sector\nx"u8, 0xFF, .. ",Laos,metro\n"u8]).Problems.Single().ToString().ShouldBe("t.csv:2: found bytes that are not UTF-8, expected UTF-8");
        Read("id,host,sector\n" + string.Concat(Enumerable.Range(0, CaseLimits.Rows + 1).Select(n => $"c{n},Laos,metro\n"))).Problems.ShouldContain(problem => problem.Found.Contains("rows"));
        Read("id,host,sector\nx," + new string('y', CaseLimits.CellLength + 1) + ",metro\n").Ok.ShouldBeFalse();
        CaseFile.Parse("t.csv", new byte[Limits.FileBytes + 1]).Ok.ShouldBeFalse();
        CaseFile.Load(Path.GetTempPath()).Ok.ShouldBeFalse();
    }

    [Fact]
    public void Whatever_the_text_it_is_read_or_refused_with_reasons_and_never_thrown_at_the_user()
    {
        var pieces = Gen.Elements("id", "host", "sector", "x", "Laos", "metro", "winner", "china", ",", "\n", "\r\n", "\"", "\"\"", "1e999", "-0", "award_year", "2015", " ", "é", "\t", "=cmd()");
        Prop.ForAll(Gen.ArrayOf(pieces).ToArbitrary(), parts =>
        {
            foreach (var text in (string[])[string.Concat(parts), "id,host,sector,winner,award_year\n" + string.Concat(parts)])
            {
                var loaded = Read(text);
                loaded.Ok.ShouldBe(loaded.Problems.Count == 0);
            }
        }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1).WithMaxTest(500));
    }

    [Fact]
    public void The_shipped_tables_are_the_files_of_the_repository()
    {
        CaseFile.Shipped().Cases!.Count.ShouldBe(51);
        CaseFile.Shipped().Cases!.Count(static one => one.Winner == Winner.China).ShouldBe(24);
        CaseFile.Load(Path.Combine(Root(), "scenarios", "data", "cases.csv")).Cases.ShouldBe(CaseFile.Shipped().Cases!);
        File.ReadAllLines(Path.Combine(Root(), "scenarios", "data", "panel.csv")).Length.ShouldBe(1 + CaseFile.Panel().Rows.Count());
    }

    [Fact]
    public void The_panel_tells_what_was_known_before_a_year_and_nothing_later()
    {
        var panel = CaseFile.Panel();
        var laos = panel.Rows.Where(static row => row.State == "LAO").ToDictionary(static row => row.Year);

        panel.DebtBefore("LAO", 2015).ShouldBe(laos[2014].DebtToGdp);
        panel.GovernanceBefore("LAO", 2020).ShouldBe(laos[2017].Governance); // 2018 and 2019 are not there
        panel.DebtBefore("XXX", 2015).ShouldBeNull();
    }

    private static LoadedCases Read(string text) => CaseFile.Parse("t.csv", Encoding.UTF8.GetBytes(text));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BidCompetitionSim.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
