using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Scenarios.Tests;

public class ProblemTests
{
    private static readonly string Valid = ScenarioText.Of(Some.Scenario());

    /// <summary>Replaces the first occurrence of a text and expects a problem at its line.</summary>
    [Theory]
    [InlineData("horizon: {", "horison: {", "found the unknown key 'horison'", "did you mean horizon?")]
    [InlineData("host: \"AAA\"", "host: \"AAB\"", "segments.alpha-amber.host: found 'AAB', expected a state (AAA, BBB, CCC)", "did you mean AAA?")]
    [InlineData("from: \"alpha\"", "from: \"alfa\"", "found 'alfa', expected a place", "did you mean alpha?")]
    [InlineData("to: \"amber\"", "to: \"alpha\"", "found 'alpha', expected another place than from", null)]
    [InlineData("length: { value: 100, unit: km", "length: { value: -100, unit: km", "length.value: found '-100', expected a number from 0.01 to 10000 km", null)]
    [InlineData("length: { value: 100, unit: km", "length: { value: 100, unit: miles", "length.unit: found 'miles', expected the unit km", null)]
    [InlineData("length: { value: 100, unit: km", "length: { value: 100", "found no unit, expected unit: km", null)]
    [InlineData("length: { value: 100,", "length: { value: .nan,", "found '.nan', expected a number", null)]
    [InlineData("length: { value: 100,", "length: { value: 1e999,", "found '1e999', expected a finite number", null)]
    [InlineData("length: { value: 100,", "length: { value: \"100\",", "expected a number", null)]
    [InlineData("length: { value: 100,", "length: { valeu: 100,", "found the unknown key 'valeu'", "did you mean value?")]
    [InlineData("range: [100, 100] }", "range: [200, 300] }", "expected a range that holds the value 100", null)]
    [InlineData("range: [100, 100] }", "range: [300, 200] }", "expected a range [low, high]", null)]
    [InlineData("unit: km, assumed: for a test, range: [100, 100] }", "unit: km, assumed: for a test }", "found an assumed value without range", null)]
    [InlineData("unit: km, assumed: for a test, range: [100, 100] }", "unit: km }", "found no provenance", null)]
    [InlineData("unit: km, assumed: for a test,", "unit: km, assumed: for a test, derivation: sum,", "found more than one provenance", null)]
    [InlineData("unit: km, assumed: for a test,", "unit: km, year: 2020, source: nobody,", "found 'nobody', expected a key of sources", null)]
    [InlineData("length: { value: 100, unit: km, assumed: for a test, range: [100, 100] }", "length: 100", "found '100', expected a quantity", null)]
    [InlineData("tenor: { value: 15,", "tenor: { value: 15.5,", "found '15.5', expected a whole number", null)]
    [InlineData("grace: { value: 3,", "grace: { value: 20,", "expected a range that holds the value 20", null)]
    [InlineData("behaviour: best-response", "behaviour: best-respons", "found 'best-respons', expected best-response or fixed", "did you mean best-response?")]
    [InlineData("behaviour: best-response", "behaviour: fixed", "found fixed behaviour without offers", null)]
    [InlineData("prestige: false", "prestige: no", "found 'no', expected true or false", null)]
    [InlineData("tender: 2020-12-31", "tender: 2020-31-12", "expected a date such as", null)]
    [InlineData("tender: 2020-12-31", "tender: 2019-12-31", "found a date before the start", null)]
    [InlineData("tender: 2020-12-31", "tender: 2071-12-31", "found a date beyond the horizon", null)]
    [InlineData("currency: \"USD\"", "currency: \"USB\"", "found 'USB', expected a currency", "did you mean USD?")]
    [InlineData("specification: \"regional\"", "specification: \"region\"", "found 'region', expected a standard of the system", "did you mean regional?")]
    [InlineData("gauge: \"1435\"", "gage: \"1435\"", "expected an attribute of the system", "did you mean gauge?")]
    [InlineData("class: \"new\"\n    cost", "class: \"knew\"\n    cost", "found 'knew'", "did you mean new?")]
    [InlineData("hosts: [AAA, BBB, CCC]", "hosts: [AAA, AAA]", "found 'AAA' again", null)]
    [InlineData("hosts: [AAA, BBB, CCC]", "hosts: AAA", "found 'AAA', expected a list of names", null)]
    [InlineData("  alpha:\n", "  al/pha:\n", "found 'al/pha', expected an id", null)]
    [InlineData("title: \"Five places in a row\"", "title:", "found nothing, expected a text", null)]
    [InlineData("title: \"Five places in a row\"", "title: [1, 2]", "found a list of 2, expected a text", null)]
    [InlineData("title: \"Five places in a row\"", "title: \"\\0\"", "expected a text without control characters", null)]
    public void A_wrong_value_is_told_with_its_line(string right, string wrong, string expected, string? hint)
    {
        Valid.ShouldContain(right);
        var at = Valid.IndexOf(right, StringComparison.Ordinal);
        var line = Valid[..at].Count(c => c == '\n') + 1;

        var problems = ScenarioFile.Parse("some.yaml", Valid[..at] + wrong + Valid[(at + right.Length)..]).Problems;

        var told = problems.Where(problem => problem.ToString().Contains(expected, StringComparison.Ordinal)).ToArray();
        told.ShouldNotBeEmpty(string.Join("\n", problems));
        told[0].Line.ShouldBe(line);
        if (hint is not null) told[0].ToString().ShouldEndWith($"({hint})");
    }

    [Fact]
    public void A_sponsor_may_not_be_called_nobody()
    {
        var problems = ScenarioFile.Parse("some.yaml", Valid.Replace("china", "nobody", StringComparison.Ordinal)).Problems;

        problems.ShouldContain(problem => problem.ToString().Contains("this one means that no sponsor is chosen", StringComparison.Ordinal));
    }

    [Fact]
    public void Gravity_needs_one_stated_return_to_start_from()
    {
        var text = System.Text.RegularExpressions.Regex.Replace(Valid, "forecastEirr: \\{[^}]*\\}", "forecastEirr: { derivation: gravity }");
        text.ShouldNotBe(Valid);

        ScenarioFile.Parse("some.yaml", text).Problems.ShouldHaveSingleItem().ToString()
            .ShouldContain("a stated return for at least one, from which gravity derives the others");
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var text = Valid.Replace("host: \"AAA\"", "host: \"AAB\"", StringComparison.Ordinal)
            .Replace("prestige: false", "prestige: perhaps", StringComparison.Ordinal)
            .Replace("unit: km/h", "unit: knots", StringComparison.Ordinal);

        // 1 host, 4 segments, 3 speeds of 2 numbers each.
        ScenarioFile.Parse("some.yaml", text).Problems.Count.ShouldBe(1 + 4 + 6);
    }

    [Theory]
    [InlineData("states.yaml", "no file")]
    [InlineData("broken.yaml", "text that is not YAML")]
    [InlineData("../states.yaml", "'../states.yaml'")]
    public void What_a_file_that_failed_to_load_may_hold_is_not_said_to_be_missing(string include, string found)
    {
        using var folder = new Folder().With("broken.yaml", "states: [\n");
        var (states, sponsors) = (Valid.IndexOf("\nstates:", StringComparison.Ordinal), Valid.IndexOf("\nsponsors:", StringComparison.Ordinal));
        folder.With("top.yaml", $"include: [{include}]\n{Valid[..states]}{Valid[sponsors..]}");

        var loaded = ScenarioFile.Load(folder["top.yaml"], new LoadOptions { Set = ["states.AAA.governance=0.5"] });

        loaded.Problems.ShouldHaveSingleItem().Found.ShouldStartWith(found);
    }

    [Fact]
    public void What_is_wrong_beside_a_file_that_failed_to_load_is_told_with_it()
    {
        var text = "include: [gone.yaml]\n" + Valid.Replace("prestige: false", "prestige: perhaps", StringComparison.Ordinal).Replace("host: \"AAA\"", "host: \"AAB\"", StringComparison.Ordinal);

        ScenarioFile.Parse("some.yaml", text).Problems.Select(problem => problem.Found).Distinct().ShouldBe(["no file 'shipped:gone.yaml'", "'perhaps'"]);
    }

    [Theory]
    [InlineData("start: \"2020-01-01\"", "start: 2020-1-1", "'2020-1-1'")]
    [InlineData("start: \"2020-01-01\"", "start: soon", "'soon'")]
    [InlineData("start: \"2020-01-01\"\n", "", "no start")]
    [InlineData("\nstates:", "\nstates: [AAA]\nstatesOfOld:", "a list of 1")]
    [InlineData("\n  AAA:", "\n  AAA: what stood here\n  BBB0:", "'what stood here'")]
    public void One_mistake_is_one_problem_however_much_hangs_on_it(string from, string to, string found)
    {
        Valid.ShouldContain(from);

        ScenarioFile.Parse("some.yaml", Valid.Replace(from, to, StringComparison.Ordinal)).Problems
            .Where(problem => !problem.ToString().Contains("statesOfOld", StringComparison.Ordinal)).ShouldHaveSingleItem().Found.ShouldBe(found);
    }

    [Fact]
    public void A_missing_key_is_told_with_its_meaning()
    {
        var text = Valid.Replace("    host: \"AAA\"\n", "", StringComparison.Ordinal);

        var problem = ScenarioFile.Parse("some.yaml", text).Problems.ShouldHaveSingleItem();

        problem.Path.ShouldBe("segments.alpha-amber");
        problem.Found.ShouldBe("no host");
        problem.Expected.ShouldBe("host: State that lets it.");
    }

    [Fact]
    public void A_key_given_twice_names_both_lines()
    {
        var problem = ScenarioFile.Parse("some.yaml", "title: a\ntitle: b\n" + Valid).Problems[0];

        problem.ToString().ShouldStartWith("some.yaml:2: found the key 'title' again, expected it once (first in line 1)");
    }

    [Fact]
    public void A_place_cut_off_is_told()
    {
        var scenario = Some.Scenario();
        var cut = scenario with { Links = [.. scenario.Links.Where(link => link.Id != "road-basin-coral")] };

        var problem = ScenarioFile.Parse("cut.yaml", ScenarioText.Of(cut)).Problems.ShouldHaveSingleItem();

        problem.Path.ShouldBe("places.coral");
        problem.Found.ShouldBe("no way to it from alpha over the links of rail");
    }

    [Fact]
    public void Penalties_that_make_a_detour_cheaper_are_told()
    {
        var scenario = Some.Scenario();
        var rail = Some.Rail() with { Attributes = [Some.Attribute("gauge", 0.5, exclusive: true), Some.Attribute("signalling", 2), Some.Attribute("traction", 1)] };

        var problems = ScenarioFile.Parse("odd.yaml", ScenarioText.Of(scenario with { Systems = [rail] })).Problems;

        problems[0].Path.ShouldBe("systems.rail.attributes");
        problems[0].Found.ShouldBe("7200 s from chinese to japanese but 3600 s by way of metre");
    }

    [Fact]
    public void Weights_that_sum_to_nothing_are_told()
    {
        var scoring = Some.Scoring() with { PhysicalWeight = 0, InstitutionalWeight = 0, PeopleWeight = 0, EquityWeight = 0, DiplomaticWeight = 0 };

        var problem = ScenarioFile.Parse("some.yaml", ScenarioText.Of(Some.Scenario() with { Scoring = scoring })).Problems.ShouldHaveSingleItem();

        problem.Found.ShouldBe("weights of cohesion that sum to 0");
    }

    [Fact]
    public void No_more_problems_are_listed_than_a_reader_can_bear()
    {
        var problems = ScenarioFile.Parse("some.yaml", string.Concat(Enumerable.Range(0, 5000).Select(i => $"k{i}: 1\n"))).Problems;

        problems.Count.ShouldBe(Limits.Problems + 1);
        problems[^1].Found.ShouldEndWith("more problems");
    }
}
