namespace BidCompetitionSim.EndToEnd;

/// <summary>What the README shows is what the program prints: its excerpt, line by line, [ … ] standing for what it leaves out.</summary>
public class ReadmeTests
{
    private const string Fence = "```";
    private const string LeftOut = "[…]";

    [Fact]
    public void The_excerpt_of_the_readme_is_what_its_first_command_prints()
    {
        var printed = Bidsim.Run(new Surroundings { Variables = new() { ["NO_COLOR"] = "1" } }, "run", "skrl").ShouldBeDone().Output;
        var from = 0;
        foreach (var passage in Excerpt().Split(LeftOut).Select(passage => passage.Trim('\n')))
        {
            var at = printed.IndexOf(passage, from, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, $"`bidsim run skrl` does not print this passage of README.md, or not in this order:\n{passage}");
            from = at + passage.Length;
        }
        printed[from..].Trim().ShouldBeEmpty("README.md stops before the end of what is printed");
    }

    private static string Excerpt()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "README.md")).ReplaceLineEndings("\n");
        var start = readme.IndexOf(Fence + "text\n", StringComparison.Ordinal) + Fence.Length + "text\n".Length;
        return readme[start..readme.IndexOf("\n" + Fence, start, StringComparison.Ordinal)];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BidCompetitionSim.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie under the repository.");
        return folder.FullName;
    }
}
