namespace BidCompetitionSim.EndToEnd;

public class UsageTests
{
    public static TheoryData<string> Commands => [.. CommandsOf([])];

    [Fact]
    public void The_version_names_the_commit() => Bidsim.Run("--version").ShouldBeDone().Output.ShouldMatch(@"^bidsim \d+\.\d+\.\d+\S* \(commit (\w{40}|unknown)\)\n$");

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_help_with_examples(string command)
    {
        var help = Bidsim.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).ShouldBeDone().Output;

        help.ShouldContain("Usage:");
        help.ShouldContain("Examples:");
        help.ShouldNotContain("suggest");
        help.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= 80);
    }

    [Theory]
    [InlineData("")]
    [InlineData("scenaro list")]
    [InlineData("scenario list --output yaml")]
    [InlineData("scenario new mine")]
    [InlineData("scenario validate")]
    [InlineData("--no-such-option")]
    public void A_call_that_makes_no_sense_is_refused_and_help_is_offered(string line)
    {
        var refused = Bidsim.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBeRefused();

        refused.Error.ShouldContain("--help");
        refused.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("run skrl --sed 3", "bidsim run: found the unknown option --sed, expected one of --arm, ", "(did you mean --seed?)")]
    [InlineData("run skrl --scenario=here", "bidsim run: found the unknown option --scenario, expected one of ", "(did you mean --scenarios?)")]
    [InlineData("run skrl --zzzzz 4", "bidsim run: found the unknown option --zzzzz, expected one of ", "--set, --store")]
    [InlineData("-x", "bidsim: found the unknown option -x, expected one of ", "--quiet, --version")]
    [InlineData("rnu skrl", "bidsim: found the unknown command rnu, expected one of run, compare, experiment, ", "(did you mean run?)")]
    [InlineData("xyz", "bidsim: found the unknown command xyz, expected one of run, compare, experiment, ", "scenario")]
    [InlineData("scenario", "bidsim scenario: found no command, expected one of list", "new")]
    [InlineData("run skrl again", "bidsim run: found again, expected", "nothing more")]
    [InlineData("run skrl --bus rabbit", "--bus: found rabbit, expected in-memory or direct", "direct")]
    [InlineData("[suggest] run", "bidsim: found [suggest], expected a command", "or an option")]
    [InlineData("run @call", "@call: found no such file, expected the path of a file or one of ", "")]
    public void A_mistake_is_told_once_with_what_was_probably_meant(string line, string start, string end)
    {
        var refused = Bidsim.Run(line.Split(' ')).ShouldBeRefused();

        var told = refused.Error.Split('\n')[0];
        told.ShouldStartWith(start);
        told.ShouldEndWith(end);
        refused.Error.TrimEnd().Split('\n').Length.ShouldBeLessThanOrEqualTo(2);
        refused.Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_log_that_cannot_be_written_is_said_so_in_one_line()
    {
        var failed = Bidsim.Run("scenario", "list", "--log", "/no/such/folder/x.log").ShouldHaveNoStackTrace();

        failed.Code.ShouldBe(2);
        failed.Error.ShouldContain("--log: found /no/such/folder/x.log, expected");
        failed.Error.Trim().Split('\n').Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(">&-", 1)]
    [InlineData(">&- 2>&-", 1)]
    [InlineData("2>&-", 0)]
    [InlineData("> /dev/full", 1)]
    public void A_stream_that_cannot_be_written_is_no_crash(string redirection, int code)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "No /dev/full to play a full disk.");
        var run = Bidsim.Start("/bin/sh", new Surroundings(), "-c", $"'{Bidsim.Program}' run jakarta-bandung --bus direct {redirection}").ShouldHaveNoStackTrace();

        run.Code.ShouldBe(code, run.Error);
        if (!redirection.Contains('2') && code == 1) run.Error.ShouldContain("standard output cannot be written");
    }

    [Fact]
    public void The_help_tells_the_exit_codes() => Bidsim.Run("--help").ShouldBeDone().Output.ShouldContain("0 done, 1 failed, 2 bad input, 3 stopped");

    // What help lists is what there is to be tried: a command shown but not working fails here.
    private static IEnumerable<string> CommandsOf(string[] path)
    {
        yield return string.Join(' ', path);
        var help = Bidsim.Run([.. path, "--help"]).Output;
        var section = help.IndexOf("Commands:", StringComparison.Ordinal);
        if (section < 0) yield break;
        var names = help[section..].Split('\n').Skip(1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Where(line => line[2] != ' ').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]);
        foreach (var name in names)
            foreach (var command in CommandsOf([.. path, name])) yield return command;
    }
}
