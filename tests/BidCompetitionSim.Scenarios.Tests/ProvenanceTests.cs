using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Scenarios.Tests;

public class ProvenanceTests
{
    private static readonly string Valid = ScenarioText.Of(Some.Scenario());

    private const string Cost = "{ value: 2, unit: USD bn, assumed: for a test, range: [2, 2] }";

    [Fact]
    public void Every_number_says_where_it_comes_from()
    {
        var text = "sources:\n  study: Some study, 2021\n" + Replaced(Valid, Cost,
            "{ value: 2500, unit: USD m, year: 2021, source: study, confidence: high, note: a remark, range: [2000, 3000] }");
        var loaded = ScenarioFile.Parse("some.yaml", text);

        loaded.Problems.ShouldBeEmpty();
        var cost = loaded.Provenance.Parameters.Single(parameter => parameter.Name == "segments.alpha-amber.cost");
        cost.Value.ShouldBe(2.5);
        cost.Unit.ShouldBe("USD bn");
        cost.Year.ShouldBe(2021);
        cost.Sources.ShouldBe(["study"]);
        loaded.Provenance.Sources["study"].ShouldBe("Some study, 2021");
        cost.Confidence.ShouldBe(Confidence.High);
        cost.Range.ShouldBe(new PlausibleRange(2, 3));
        cost.Note.ShouldBe("a remark");
        cost.Meaning.ShouldBe("Reference cost.");
        cost.File.ShouldBe("some.yaml");
        text.Split('\n')[cost.Line - 1].ShouldContain("USD m");
    }

    [Fact]
    public void An_item_of_a_list_is_known_by_what_tells_it_apart()
    {
        var loaded = ScenarioFile.Load("skrl");
        var names = loaded.Provenance.Parameters.Select(parameter => parameter.Name).ToArray();

        names.ShouldContain("systems.rail.speeds[*/metre-electric].freight");
        names.ShouldNotContain(name => System.Text.RegularExpressions.Regex.IsMatch(name, @"\[\d+\]"));
        names.ShouldBeUnique();
        foreach (var name in names.Where(name => name.Contains('[')))
            loaded.With([$"{name}=banana"]).Problems.Select(problem => (problem.Found, problem.Path.Split("].")[^1])).ShouldContain(("'banana'", name.Split("].")[^1]), name);
    }

    [Fact]
    public void A_default_is_one_parameter_that_feeds_many_places()
    {
        var parameters = ScenarioFile.Parse("some.yaml", WithDefaultCost()).Provenance.Parameters;

        var cost = parameters.Single(parameter => parameter.Name == "segmentDefaults.cost");
        cost.Paths.ShouldBe(["segments.alpha-amber.cost", "segments.amber-bravo.cost", "segments.basin-coral.cost", "segments.bravo-basin.cost"]);
    }

    [Fact]
    public void A_parameter_set_to_another_value_reaches_all_it_feeds_and_nothing_else()
    {
        var loaded = ScenarioFile.Parse("some.yaml", WithDefaultCost());
        var cost = Position(loaded, "segmentDefaults.cost");

        var varied = loaded.With(new Dictionary<int, double> { [cost] = 3 });

        varied.Problems.ShouldBeEmpty();
        varied.Scenario!.Segments.ShouldAllBe(segment => segment.CostUsdBn == 3);
        var expected = Some.Scenario() with { Segments = [.. Some.Scenario().Segments.Select(segment => segment with { CostUsdBn = 3 })] };
        ResolvedScenario.Of(varied.Scenario).ToString().ShouldBe(ResolvedScenario.Of(expected).ToString());
    }

    [Fact]
    public void Setting_every_parameter_to_its_own_value_changes_no_bit()
    {
        var loaded = ScenarioFile.Parse("some.yaml", WithDefaultCost());
        var same = loaded.Provenance.Parameters.Select((parameter, i) => (parameter, i)).Where(p => p.parameter.Value is not null)
            .ToDictionary(p => p.i, p => p.parameter.Value!.Value);

        var varied = loaded.With(same);

        varied.Problems.ShouldBeEmpty();
        ResolvedScenario.Of(varied.Scenario!).Hash.ShouldBe(ResolvedScenario.Of(loaded.Scenario!).Hash);
    }

    [Fact]
    public void A_value_outside_the_bounds_of_its_meaning_is_a_problem()
    {
        var loaded = ScenarioFile.Parse("some.yaml", Valid);

        var varied = loaded.With(new Dictionary<int, double> { [Position(loaded, "secretariat.strength")] = 1.5 });

        varied.Problems.ShouldHaveSingleItem().ToString().ShouldContain("secretariat.strength: found 1.5, expected a number from 0 to 1");
    }

    [Fact]
    public void What_a_rule_computes_follows_what_it_starts_from()
    {
        var loaded = ScenarioFile.Parse("some.yaml", Valid.Replace(Cost, "{ derivation: unit-cost, confidence: low }", StringComparison.Ordinal));
        loaded.Problems.ShouldBeEmpty();
        loaded.Scenario!.Segments.ShouldAllBe(segment => segment.CostUsdBn == 2);

        var varied = loaded.With(new Dictionary<int, double> { [Position(loaded, "systems.rail.classes.new.cost")] = 0.03 });

        varied.Scenario!.Segments.ShouldAllBe(segment => segment.CostUsdBn == 3);
    }

    private static int Position(LoadedScenario loaded, string name) =>
        loaded.Provenance.Parameters.Select((parameter, i) => (parameter, i)).Single(p => p.parameter.Name == name).i;

    private static string WithDefaultCost() =>
        $"segmentDefaults:\n  cost: {Cost}\n" + Valid.Replace($"    cost: {Cost}\n", "", StringComparison.Ordinal);

    private static string Replaced(string text, string what, string by)
    {
        var at = text.IndexOf(what, StringComparison.Ordinal);
        return text[..at] + by + text[(at + what.Length)..];
    }

    [Fact]
    public void Further_overrides_need_no_reading()
    {
        var loaded = ScenarioFile.Parse("some.yaml", WithDefaultCost(), new LoadOptions { Set = ["secretariat.strength=0.7"] });

        var varied = loaded.With(["segmentDefaults.cost=3", "secretariat.mandate=0.1"]);

        varied.Problems.ShouldBeEmpty();
        varied.Scenario!.Segments.ShouldAllBe(segment => segment.CostUsdBn == 3);
        (varied.Scenario.Secretariat.Strength, varied.Scenario.Secretariat.Mandate).ShouldBe((0.7, 0.1));
        varied.Provenance.Parameters.Single(parameter => parameter.Name == "segmentDefaults.cost").Assumed.ShouldBe("set on the command line");
    }

    [Fact]
    public void Only_what_loaded_can_be_varied_by_its_parameters()
    {
        var loaded = ScenarioFile.Parse("some.yaml", "scenario: x\n");

        Should.Throw<InvalidOperationException>(() => loaded.With(new Dictionary<int, double>()));
        Should.Throw<ArgumentOutOfRangeException>(() => ScenarioFile.Parse("some.yaml", Valid).With(new Dictionary<int, double> { [-1] = 1 }));
    }
}
