using System.Text.Json;

namespace BidCompetitionSim.EndToEnd;

public class RunCommandTests
{
    [Fact]
    public void An_interrupted_run_says_how_to_go_on_and_leaves_nothing_half_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No signals there.");
        using var folder = new Folder();

        using var running = Running.Start(folder.Here, "run", "skrl", "--events", "events.jsonl");
        running.WaitFor();
        running.Signal("INT");
        var stopped = running.End().ShouldHaveNoStackTrace();

        stopped.Code.ShouldBe(3, stopped.Error);
        stopped.Error.ShouldContain("Stopped. Nothing was kept: the same command starts again from the beginning.");
        stopped.Output.ShouldBeEmpty();
        Directory.GetFiles(folder.Here.Folder!).ShouldBeEmpty();
    }

    private const string Colour = "\e\\[\\d+m";

    [Fact]
    public void A_run_is_told_from_any_folder()
    {
        using var folder = new Folder();

        var told = Bidsim.Run(folder.Here, "run", "skrl").ShouldBeDone();

        told.Output.ShouldContain("Boten-Vientiane");
        told.Output.ShouldContain("Compatibility");
        told.Output.TrimEnd().ShouldEndWith("What-if, not a forecast.");
        told.Output.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void Json_stands_alone_on_standard_output_and_every_carrier_gives_the_same()
    {
        var bus = Bidsim.Run("run", "skrl", "--arm", "asean-led", "--seed", "7", "--output", "json").ShouldBeDone();
        var direct = Bidsim.Run("run", "skrl", "--arm", "asean-led", "--seed", "7", "--output", "json", "--bus", "direct").ShouldBeDone();

        using var document = JsonDocument.Parse(bus.Output);
        document.RootElement.GetProperty("schema").GetString().ShouldBe("bidsim/run/1");
        document.RootElement.GetProperty("seed").GetUInt64().ShouldBe(7UL);
        direct.Output.ShouldBe(bus.Output);
    }

    [Fact]
    public void Quiet_silences_standard_error() =>
        Bidsim.Run("run", "jakarta-bandung", "--bus", "direct", "--quiet").ShouldBeDone().Error.ShouldBeEmpty();

    [Fact]
    public void Overrides_are_checked_like_the_file()
    {
        Bidsim.Run("run", "jakarta-bandung", "--bus", "direct", "--set", "secretariat.strength=0.9").ShouldBeDone();
        Bidsim.Run("run", "jakarta-bandung", "--bus", "direct", "--set", "secretariat.strength=9").ShouldBeRefused().Error.ShouldContain("secretariat.strength");
    }

    [Theory]
    [InlineData("--arm", "nobody", "asean-led")]
    [InlineData("--explain", "nowhere", "jakarta-bandung")]
    [InlineData("--seed", "-1", "whole number")]
    public void What_a_scenario_does_not_have_is_refused_with_what_it_has(string option, string value, string hint) =>
        Bidsim.Run("run", "jakarta-bandung", "--bus", "direct", option, value).ShouldBeRefused().Error.ShouldContain(hint);

    [Fact]
    public void An_award_is_explained_on_request() =>
        // Not every run has offers for a given segment; five in a row without are no accident.
        Enumerable.Range(1, 5).Select(seed => Bidsim.Run("run", "skrl", "--bus", "direct", "--seed", $"{seed}", "--explain", "boten-vientiane").ShouldBeDone().Output)
            .ShouldContain(output => output.Contains("Why Boten-Vientiane went as it did", StringComparison.Ordinal));

    [Fact]
    public void Every_message_is_written_down_one_document_a_line()
    {
        using var folder = new Folder();

        var run = Bidsim.Run(folder.Here, "run", "jakarta-bandung", "--bus", "direct", "--events", "events.jsonl", "--output", "json").ShouldBeDone();

        using var document = JsonDocument.Parse(run.Output);
        var said = document.RootElement.GetProperty("messages").GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt32());
        var lines = folder.Read("events.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(said);
        for (var n = 0; n < lines.Length; n++)
        {
            using var line = JsonDocument.Parse(lines[n]);
            line.RootElement.GetProperty("sequence").GetInt64().ShouldBe(n + 1);
        }
    }

    [Fact]
    public void A_log_is_written_where_it_is_asked_for()
    {
        using var folder = new Folder();

        Bidsim.Run(folder.Here, "run", "jakarta-bandung", "--bus", "direct", "--log", "run.log").ShouldBeDone();

        folder.Read("run.log").ShouldContain("jakarta-bandung");
    }

    [Fact]
    public void The_scenario_is_never_written_over()
    {
        using var folder = new Folder();
        Bidsim.Run(folder.Here, "scenario", "new", "mine", "--from", "jakarta-bandung").ShouldBeDone();
        var file = Directory.GetFiles(folder.Path)[0];
        var before = File.ReadAllText(file);

        Bidsim.Run(folder.Here, "run", file, "--bus", "direct", "--events", file).ShouldBeRefused().Error.ShouldContain("--events: found");
        Bidsim.Run(folder.Here, "run", file, "--bus", "direct", "--log", file).ShouldBeRefused().Error.ShouldContain("--log: found");

        File.ReadAllText(file).ShouldBe(before);
        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_refused_in_one_line()
    {
        var failed = Bidsim.Run("run", "jakarta-bandung", "--bus", "direct", "--quiet", "--events", "/no/such/folder/events.jsonl").ShouldHaveNoStackTrace();

        failed.Code.ShouldBe(2);
        failed.Error.ShouldContain("--events: found /no/such/folder/events.jsonl, expected");
        failed.Error.Trim().Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public void Colour_is_for_terminals_that_want_it()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "No /usr/bin/script to play a terminal.");
        OnTerminal([]).ShouldMatch(Colour);
        OnTerminal(new() { ["NO_COLOR"] = "1" }).ShouldNotMatch(Colour);
    }

    private static string OnTerminal(Dictionary<string, string?> variables)
    {
        variables.TryAdd("NO_COLOR", null);
        variables["TERM"] = "xterm";
        return Bidsim.Start("/usr/bin/script", new Surroundings { Variables = variables }, "-qec", $"{Bidsim.Program} run jakarta-bandung --bus direct --quiet", "/dev/null").ShouldBeDone().Output;
    }
}
