namespace BidCompetitionSim.Scenarios.Tests;

public class TextTests
{
    public static TheoryData<string> AllShipped => [.. Shipped.List().Select(static scenario => scenario.Id)];

    [Theory, MemberData(nameof(AllShipped))]
    public void The_text_of_a_scenario_alone_loads_to_the_same_scenario_and_the_same_parameters(string name)
    {
        var loaded = ScenarioFile.Load(name);
        var again = ScenarioFile.Parse("alone.yaml", loaded.Text());

        again.Problems.ShouldBeEmpty();
        ResolvedScenario.Of(again.Scenario!).Hash.ShouldBe(ResolvedScenario.Of(loaded.Scenario!).Hash);
        Facts(again).ShouldBe(Facts(loaded));
        again.Provenance.Sources.ShouldBe(loaded.Provenance.Sources, ignoreOrder: true);
        again.Text().ShouldBe(loaded.Text());
    }

    [Fact]
    public void Overrides_and_changed_parameters_mean_the_same_to_it()
    {
        string[] set = ["secretariat.strength=0.9"];
        var loaded = ScenarioFile.Load("skrl", new LoadOptions { Set = set });
        loaded.Set.ShouldBe(set);
        var again = ScenarioFile.Parse("alone.yaml", loaded.Text(), new LoadOptions { Set = set });
        Facts(again).ShouldBe(Facts(loaded));
        for (var i = 0; i < loaded.Provenance.Parameters.Count; i += 37)
            if (loaded.Provenance.Parameters[i].Range is { } range)
                Hash(again, i, range.Low).ShouldBe(Hash(loaded, i, range.Low), loaded.Provenance.Parameters[i].Name);
    }

    [Theory]
    [InlineData("a: &x {value: 1, unit: km}\nb: *x\nc: [*x, []]\nd: {}\n"), InlineData("a: ~\nb: ''\nc: \"12\"\nd: 12\ne: yes\nf: -.5e+3\ng: 2016-01-01\n")]
    [InlineData("a: 'it''s: # \"quoted\" – 長さ\\n'\n\"b: c\": x\n1: y\nlong: >-\n  folded\n  text\nblock: |\n  two\n  lines\n"), InlineData("a:\n- - 1\n  - b: 2\n- c: {d: [e, 'f']}\n- ''\n")]
    [InlineData("a: \"\\t\\x85\\u2028 end \"\nb: '---'\nc: '...'\nd: '-'\ne: '? x'\nf: '*x'\ng: '!x'\n")]
    public void Any_tree_reads_back_as_it_was(string text)
    {
        var tree = Read(text);
        var written = Reading.YamlWriter.Write(tree);

        Shape(Read(written)).ShouldBe(Shape(tree), written);
        Reading.YamlWriter.Write(Read(written)).ShouldBe(written);
    }

    private static Reading.Mapping Read(string text)
    {
        var problems = new Reading.Problems();
        var map = Reading.YamlText.Read("x.yaml", System.Text.Encoding.UTF8.GetBytes(text), problems);
        return map.ShouldNotBeNull(text);
    }

    /// <summary>A tree with its shared nodes, texts, and what a plain text can mean.</summary>
    private static string Shape(Reading.Node node, List<Reading.Node>? met = null)
    {
        met ??= [];
        var known = met.FindIndex(other => ReferenceEquals(other, node));
        if (known >= 0) return $"*{known}";
        met.Add(node);
        return node switch
        {
            Reading.Scalar scalar => scalar.IsNothing ? "nothing" : $"{scalar.Text}{(scalar.Plain ? "" : "!")}",
            Reading.Sequence list => $"[{string.Join(", ", list.Items.Select(item => Shape(item, met)))}]",
            Reading.Mapping map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key.Text}: {Shape(entry.Value, met)}"))}}}",
            _ => "?",
        };
    }

    private static string Hash(LoadedScenario loaded, int parameter, double value) =>
        loaded.With(new Dictionary<int, double> { [parameter] = value }) is { Ok: true } changed ? ResolvedScenario.Of(changed.Scenario).Hash : "a problem";

    private static List<string> Facts(LoadedScenario loaded) => [.. loaded.Provenance.Parameters.Select(static p =>
        $"{p.Name} {p.Value:R} {p.Unit} {p.Meaning} {p.Year} {p.Confidence} {p.Derivation} {p.From} {p.Assumed} {p.Range} {p.Note} [{string.Join(", ", p.Paths)}] [{string.Join(", ", p.Sources)}]")];
}
