using System.Text;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Tests;

public class ShippedTests
{
    public static TheoryData<string> Names => [.. Shipped.List().Select(shipped => shipped.Id)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_shipped_scenario_loads(string name)
    {
        var loaded = ScenarioFile.Load(name);

        loaded.Problems.ShouldBeEmpty(string.Join("\n", loaded.Problems));
        loaded.Scenario!.Id.ShouldBe(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_shipped_scenario_comes_back_from_its_bytes(string name)
    {
        var resolved = ResolvedScenario.Of(ScenarioFile.Load(name).Scenario!);

        ResolvedScenario.Parse(resolved.Json).Hash.ShouldBe(resolved.Hash);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_new_scenario_from_a_shipped_one_loads_and_differs_in_its_name_only(string name)
    {
        var loaded = ScenarioFile.Parse("mine.yaml", ScenarioTemplate.New("mine", name));

        loaded.Problems.ShouldBeEmpty(string.Join("\n", loaded.Problems));
        var origin = ScenarioFile.Load(name).Scenario!;
        var same = loaded.Scenario! with { Id = origin.Id, Title = origin.Title, Question = origin.Question };
        ResolvedScenario.Of(same).Hash.ShouldBe(ResolvedScenario.Of(origin).Hash);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_number_of_a_shipped_scenario_can_be_set_to_both_ends_of_its_range(string name)
    {
        const int groups = 40; // neighbours by name, such as weights that must not all be 0, fall into different groups
        var loaded = ScenarioFile.Load(name);
        var ranged = loaded.Provenance.Parameters.Select((parameter, i) => (parameter.Range, i)).Where(p => p.Range is not null).ToArray();
        ranged.ShouldNotBeEmpty();

        for (var group = 0; group < groups; group++)
        {
            var some = ranged.Where(p => p.i % groups == group).ToArray();
            var (low, high) = (loaded.With(some.ToDictionary(p => p.i, p => p.Range!.Value.Low)), loaded.With(some.ToDictionary(p => p.i, p => p.Range!.Value.High)));

            low.Problems.ShouldBeEmpty();
            high.Problems.ShouldBeEmpty();
        }
    }

    [Fact]
    public void No_source_is_a_copy_of_another_page()
    {
        string[] copies = ["wikizero", "nina.az", "dsd3h", "kiwix", "earthspot", "wikiwand", "wiki2.org", "alchetron", "dbpedia", "infogalactic", "wikimili", "everybodywiki", "webcache", "archive.ph"];
        var sources = Shipped.List().SelectMany(shipped => ScenarioFile.Load(shipped.Id).Provenance.Sources).DistinctBy(source => source.Key).ToArray();

        sources.Length.ShouldBeGreaterThan(100);
        foreach (var (key, citation) in sources) Array.Find(copies, copy => citation.Contains(copy, StringComparison.OrdinalIgnoreCase)).ShouldBeNull($"{key}: {citation}");
    }

    [Fact]
    public void There_are_shipped_scenarios_with_a_question_each()
    {
        Shipped.List().Select(shipped => shipped.Id).ShouldContain("skrl");
        Shipped.List().ShouldAllBe(shipped => shipped.Title.Length > 0 && shipped.Question.Contains('?'));
    }

    [Fact]
    public void Every_shipped_file_names_its_schema_in_the_first_line()
    {
        foreach (var file in ShippedRoot.Instance.Files().Concat(ShippedRoot.Instance.Files("data/")))
        {
            var up = string.Concat(Enumerable.Repeat("../", file.Count(c => c == '/')));
            Encoding.UTF8.GetString(ShippedRoot.Instance.Read(file)!).ShouldStartWith($"# yaml-language-server: $schema={up}{ScenarioSchema.FileName}\n", Case.Sensitive, file);
        }
    }
}
