namespace BidCompetitionSim.EndToEnd;

/// <summary>What the README shows is what the program prints: its excerpt, line by line, [ … ] standing for what it leaves out.</summary>
public class ReadmeTests
{
    private const string Fence = "```";
    private const string LeftOut = "[…]";

    [Theory]
    [InlineData(0, "run")]
    [InlineData(1, "compare")]
    public void An_excerpt_of_the_readme_is_what_its_command_prints(int number, string command)
    {
        var printed = Bidsim.Run(new Surroundings { Variables = new() { ["NO_COLOR"] = "1" } }, command, "skrl").ShouldBeDone().Output;
        var excerpt = Excerpt(number);
        var from = 0;
        foreach (var passage in excerpt.Split(LeftOut).Select(passage => passage.Trim('\n')))
        {
            var at = printed.IndexOf(passage, from, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, $"`bidsim {command} skrl` does not print this passage of README.md, or not in this order:\n{passage}");
            from = at + passage.Length;
        }
        if (!excerpt.EndsWith(LeftOut, StringComparison.Ordinal)) printed[from..].Trim().ShouldBeEmpty("README.md stops before the end of what is printed");
    }

    private static string Excerpt(int number)
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "README.md")).ReplaceLineEndings("\n");
        var text = readme.Split("\n" + Fence + "text\n")[number + 1];
        return text[..text.IndexOf("\n" + Fence, StringComparison.Ordinal)];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BidCompetitionSim.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie under the repository.");
        return folder.FullName;
    }
}
