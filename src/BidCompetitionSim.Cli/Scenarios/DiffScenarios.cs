using System.CommandLine;
using System.Text.Json.Serialization;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Reports.Text;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Scenarios.Describing;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>bidsim scenario diff: in what two scenarios differ when they run, however their files are written.</summary>
internal static class DiffScenarios
{
    private static readonly Argument<string> First = new("A") { Description = "A scenario file, or the name of a scenario." };
    private static readonly Argument<string> Second = new("B") { Description = "Another one, or the same one again with --set." };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "Override one value of B, checked like the file; repeatable.", HelpName = "path=value", DefaultValueFactory = _ => [],
    };

    public static Command Command(Terminal terminal) =>
        new Command("diff", "List in what two scenarios differ: every value in force, after includes, defaults, rules and overrides.")
        {
            First, Second, Set, ScenarioOptions.Folder,
        }.Does(terminal, Run).WithExamples(
            "bidsim scenario diff skrl my-corridor.yaml", "bidsim scenario diff skrl skrl --set rules.buildTime.base=2", "bidsim scenario diff skrl jakarta-bandung --output json");

    private static int Run(Call call)
    {
        var (a, b) = (call.Parsed.GetRequiredValue(First), call.Parsed.GetRequiredValue(Second));
        var (first, second) = (Load(call, a, []), Load(call, b, call.Parsed.GetValue(Set) ?? []));
        if (!first.Ok || !second.Ok) throw new Refusal(first.Problems.Concat(second.Problems).Select(static problem => problem.ToString()).Distinct());
        var (differences, ranges) = (ScenarioDifference.Of(first.Scenario, second.Scenario), DrawnRanges.Differences(first, second));
        if (call.Form == OutputForm.Json)
            JsonOut.Write(call.Terminal.Out, new DifferenceList(DifferenceList.SchemaName, Side.Of(first), Side.Of(second), [.. differences], [.. ranges]), ScenarioJson.Default.DifferenceList);
        else Write(new Page(call.Terminal.Out, call.Terminal.Width, call.Terminal.Colour), first, second, differences, ranges);
        return ExitCode.Done;
    }

    private static LoadedScenario Load(Call call, string name, IReadOnlyList<string> set)
    {
        var loaded = ScenarioFile.Load(name, new LoadOptions { Folder = call.Parsed.GetValue(ScenarioOptions.Folder), Set = set });
        Writable.Spare("--log", call.Parsed.GetValue(GlobalOptions.Log), loaded.FoundAt);
        return loaded;
    }

    private static void Write(Page page, LoadedScenario first, LoadedScenario second, IReadOnlyList<ScenarioDifference> differences, IReadOnlyList<RangeDifference> ranges)
    {
        page.Paragraph($"A  {Named(first)}", 0, 3).Paragraph($"B  {Named(second)}", 0, 3);
        page.Line();
        foreach (var difference in differences)
        {
            var (a, b) = DifferenceText.Pair(difference.First, difference.Second);
            page.Paragraph(difference.Path, ink: Ink.Bold);
            page.Paragraph($"{a} → {b}{DifferenceText.Unit(difference.Unit)}", 4);
        }
        if (differences.Count > 0) page.Line();
        page.Paragraph(differences.Count == 0 ? "They run the same: every value in force is equal." : $"{differences.Count} {(differences.Count == 1 ? "difference" : "differences")}: {differences.Count(static d => d is { First: not null, Second: not null })} changed, {differences.Count(static d => d.Second is null)} only in A, {differences.Count(static d => d.First is null)} only in B.");
        if (ranges.Count == 0)
        {
            if (differences.Count == 0) page.Paragraph("So is every range that --uncertain draws from.");
            return;
        }
        page.Line();
        page.Paragraph(differences.Count == 0
            ? "Under --uncertain they do not run the same: it draws assumed numbers from their ranges, and these differ."
            : "Ranges that --uncertain draws assumed numbers from, and that differ:");
        foreach (var range in ranges)
        {
            var (a, b) = DifferenceText.Pair(range.First, range.Second);
            page.Paragraph(range.Name, ink: Ink.Bold);
            page.Paragraph($"{a} → {b}{DifferenceText.Unit(range.Unit)}", 4);
        }
    }

    private static string Named(LoadedScenario loaded) =>
        $"{loaded.Scenario!.Id} ({loaded.FoundAt}{(loaded.Set.Count == 0 ? "" : $", with {string.Join(", ", loaded.Set)}")})";
}

/// <summary>The document that diff writes.</summary>
internal sealed record DifferenceList(
    [property: JsonPropertyName("schema"), Meaning("Name of this document's form.")] string Schema,
    [property: Meaning("The first scenario.")] Side A,
    [property: Meaning("The second scenario.")] Side B,
    [property: Meaning("Where they differ, sorted by place.")] ScenarioDifference[] Differences,
    [property: Meaning("Numbers that an uncertain experiment draws from another range, sorted by name; the hash of a scenario leaves ranges out.")] RangeDifference[] Ranges)
{
    public const string SchemaName = "bidsim/scenario-diff/1";
}

/// <summary>One of the scenarios compared.</summary>
internal sealed record Side(
    [property: Meaning("Name of the scenario.")] string Scenario,
    [property: Meaning("SHA-256 of the resolved scenario.")] string Hash,
    [property: Meaning("Where it was found.")] string FoundAt,
    [property: Meaning("Overrides.")] IReadOnlyList<string> Set)
{
    public static Side Of(LoadedScenario loaded) => new(loaded.Scenario!.Id, ResolvedScenario.Of(loaded.Scenario).Hash, loaded.FoundAt, loaded.Set);
}
