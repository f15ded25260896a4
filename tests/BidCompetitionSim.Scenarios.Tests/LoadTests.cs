using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Scenarios.Tests;

public class LoadTests
{
    [Fact]
    public void A_scenario_written_out_and_read_back_has_the_same_bytes()
    {
        var loaded = ScenarioFile.Parse("some.yaml", ScenarioText.Of(Some.Scenario()));

        loaded.Problems.ShouldBeEmpty();
        loaded.Ok.ShouldBeTrue();
        ResolvedScenario.Of(loaded.Scenario).ToString().ShouldBe(ResolvedScenario.Of(Some.Scenario()).ToString());
    }

    [Fact]
    public void Arms_left_out_are_all_arrangements()
    {
        var text = ScenarioText.Of(Some.Scenario());
        var loaded = ScenarioFile.Parse("some.yaml", text[..text.IndexOf("\narms:", StringComparison.Ordinal)] + "\n");

        loaded.Problems.ShouldBeEmpty();
        loaded.Scenario!.Arms.ShouldBe(Some.Scenario().Arms);
    }

    [Fact]
    public void An_arm_may_change_some_switches_of_an_arrangement()
    {
        var text = ScenarioText.Of(Some.Scenario());
        var loaded = ScenarioFile.Parse("some.yaml", text[..text.IndexOf("\narms:", StringComparison.Ordinal)]
            + "\narms:\n  open: { preset: asean-led, consent: majority, opacity: { value: 0, assumed: nothing hidden, range: [0, 0.1] } }\n");

        loaded.Problems.ShouldBeEmpty();
        var arm = loaded.Scenario!.Arms.ShouldHaveSingleItem();
        arm.ShouldBe(Some.Arms(Some.Secretariat()).Single(a => a.Id == "asean-led") with { Id = "open", Consent = Model.Tendering.ConsentRule.Majority, Opacity = 0 });
    }

    [Fact]
    public void What_no_line_touches_is_dropped()
    {
        var scenario = Some.Scenario();
        var more = scenario with
        {
            Places = [.. scenario.Places, Some.Place("zenith", "DDD", 1)],
            States = [.. scenario.States, Some.State("DDD", 0, 0) with { Asean = false }],
            Systems = [.. scenario.Systems, Some.Rail() with { Id = "road" }],
            Windows = [.. scenario.Windows.Select(window => window with { Hosts = [.. window.Hosts, "DDD"], Systems = ["rail", "road"] })],
            Frictions = [.. scenario.Frictions, Some.Friction("CCC", "DDD")],
        };

        var loaded = ScenarioFile.Parse("more.yaml", ScenarioText.Of(more));

        loaded.Problems.ShouldBeEmpty();
        ResolvedScenario.Of(loaded.Scenario!).Hash.ShouldBe(ResolvedScenario.Of(scenario).Hash);
    }

    [Fact]
    public void Units_are_converted_before_they_are_rounded()
    {
        var text = ScenarioText.Of(Some.Scenario())
            .Replace("value: 0.0065, unit: 1/year,", "value: 0.65, unit: \"%/year\",", StringComparison.Ordinal)
            .Replace("range: [0.0065, 0.0065]", "range: [0.5, 0.8]", StringComparison.Ordinal)
            .Replace("value: 2, unit: USD bn, assumed: for a test, range: [2, 2]", "value: 1234.5, unit: USD m, assumed: for a test, range: [1000, 2000]", StringComparison.Ordinal);

        var loaded = ScenarioFile.Parse("some.yaml", text);

        loaded.Problems.ShouldBeEmpty();
        loaded.Scenario!.Currencies[1].InflationPerYear.ShouldBe(0.0065);
        loaded.Scenario.Segments[0].CostUsdBn.ShouldBe(1.2345);
    }

    [Fact]
    public void Nothing_depends_on_the_order_of_entries()
    {
        var scenario = Some.Scenario();
        var reversed = scenario with
        {
            Places = [.. scenario.Places.Reverse()], States = [.. scenario.States.Reverse()], Segments = [.. scenario.Segments.Reverse()],
            Frictions = [.. scenario.Frictions.Reverse().Select(f => f with { A = f.B, B = f.A })], Links = [.. scenario.Links.Reverse()],
            Sponsors = [.. scenario.Sponsors.Reverse()], Windows = [.. scenario.Windows.Reverse()], Arms = [.. scenario.Arms.Reverse()],
        };

        var loaded = ScenarioFile.Parse("some.yaml", ScenarioText.Of(reversed));

        loaded.Problems.ShouldBeEmpty();
        ResolvedScenario.Of(loaded.Scenario!).Hash.ShouldBe(ResolvedScenario.Of(scenario).Hash);
    }
}
