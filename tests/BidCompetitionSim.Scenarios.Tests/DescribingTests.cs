using System.Text.Json;
using BidCompetitionSim.Scenarios.Describing;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Scenarios.Tests;

public class DescribingTests
{
    [Theory]
    [InlineData("skrl"), InlineData("jakarta-bandung")]
    public void Every_number_of_the_resolved_scenario_is_among_the_values(string name)
    {
        var scenario = ScenarioFile.Load(name).Scenario!;
        using var resolved = JsonDocument.Parse(ResolvedScenario.Of(scenario).Json);

        var values = ScenarioValues.Of(scenario);

        values.All.Count(static value => value.Unit.Length > 0 && value.Text != "-").ShouldBe(Numbers(resolved.RootElement));
        values.All.Select(static value => value.Path).ShouldBeUnique();
        values.All.ShouldAllBe(static value => value.Meaning.Length > 0);
    }

    [Fact]
    public void A_value_has_the_name_that_an_override_uses()
    {
        var loaded = ScenarioFile.Load("skrl");
        var paths = ScenarioValues.Of(loaded.Scenario!).All.Select(static value => value.Path).ToHashSet();

        loaded.Provenance.Parameters.SelectMany(static parameter => parameter.Paths).Where(path => !paths.Contains(path) && !IsDropped(path, loaded.Scenario!)).ShouldBeEmpty();
    }

    [Fact]
    public void A_scenario_does_not_differ_from_itself() => ScenarioDifference.Of(Some.Scenario(), Some.Scenario()).ShouldBeEmpty();

    [Fact]
    public void An_override_is_the_difference_it_makes()
    {
        var loaded = ScenarioFile.Load("skrl");
        var varied = loaded.With(["delivery.delayMean=1.5"]);

        var difference = ScenarioDifference.Of(loaded.Scenario!, varied.Scenario!).ShouldHaveSingleItem();

        (difference.Path, difference.First, difference.Second).ShouldBe(("delivery.delayMean", "1.34", "1.5"));
    }

    [Fact]
    public void A_segment_that_only_one_has_is_one_difference()
    {
        var whole = Some.Scenario();
        var fewer = whole with { Segments = whole.Segments[1..] };

        var lost = ScenarioDifference.Of(whole, fewer).ShouldHaveSingleItem();
        var gained = ScenarioDifference.Of(fewer, whole).ShouldHaveSingleItem();

        (lost.Path, lost.Second).ShouldBe(($"segments.{whole.Segments[0].Id}", null));
        (gained.Path, gained.First).ShouldBe((lost.Path, null));
        lost.First.ShouldEndWith("values");
    }

    // What a file states and the scenario does not use is dropped whole, entry by entry.
    private static bool IsDropped(string path, Model.Simulation.Scenario scenario)
    {
        var entries = ScenarioValues.Of(scenario).Entries;
        return path.Split('.') is [var table, var id, ..] && !entries.Contains($"{table}.{id.Split('[')[0]}") && !entries.Contains($"{table}.{id}");
    }

    private static int Numbers(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => 1,
        JsonValueKind.Object => json.EnumerateObject().Sum(static member => Numbers(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().Sum(Numbers),
        _ => 0,
    };
}
