using System.Globalization;
using System.Text.Json.Nodes;

namespace BidCompetitionSim.EndToEnd;

/// <summary>What docs/hindcast.md claims is what the program prints: its excerpt, and every row of figures beside the options that give them.</summary>
public class HindcastPageTests
{
    private static readonly Lazy<string> Page = new(static () => File.ReadAllText(Path.Combine(Root(), "docs", "hindcast.md")).ReplaceLineEndings("\n"));

    public static TheoryData<string> Rows =>
        [.. Page.Value.Split('\n').Where(static line => line.StartsWith("| as it is |", StringComparison.Ordinal) || line.StartsWith("| `--", StringComparison.Ordinal))];

    [Fact]
    public void The_excerpt_of_the_page_is_what_the_command_prints()
    {
        var printed = Bidsim.Run(new Surroundings { Variables = new() { ["NO_COLOR"] = "1" } }, "hindcast", "--fit").ShouldBeDone().Output;
        var excerpt = Page.Value.Split("```text\n")[1].Split("\n```")[0];

        foreach (var passage in excerpt.Split("[…]").Select(static passage => passage.Trim('\n'))) printed.ShouldContain(passage);
    }

    [Theory, MemberData(nameof(Rows))]
    public void A_row_of_figures_is_what_its_options_give(string row)
    {
        var cells = row.Split('|', StringSplitOptions.TrimEntries);
        var options = cells[1].Split('`') is [_, var given, ..] ? given.Split(' ') : [];

        var all = JsonNode.Parse(Bidsim.Run(["hindcast", "--fit", "--output", "json", .. options]).ShouldBeDone().Output)!["scores"]![0]!["forecasters"]!.AsArray();

        cells[2].ShouldBe(Shown(all[0]!["log"]!["mean"]!, "0.000"));
        cells[3].ShouldBe(Shown(all[0]!["brier"]!["mean"]!, "0.000"));
        cells[4].ShouldBe(Less(all, "sector rates"));
        cells[5].ShouldBe(Less(all, "plain logit"));
    }

    private static string Less(JsonArray forecasters, string rival)
    {
        var log = forecasters.Single(one => one!["forecaster"]!.GetValue<string>() == rival)!["modelLess"]!["log"]!;
        return $"{Shown(log["mean"]!, Signed("0.000"))} [{Shown(log["ci95"]!["low"]!, Signed("0.00"))}, {Shown(log["ci95"]!["high"]!, Signed("0.00"))}]";
    }

    private static string Signed(string format) => $"+{format};−{format};{format}";

    private static string Shown(JsonNode number, string format) => number.GetValue<double>().ToString(format, CultureInfo.InvariantCulture);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BidCompetitionSim.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie under the repository.");
        return folder.FullName;
    }
}
