using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Scenarios.Tests;

public class OverrideTests
{
    private static readonly string Valid = ScenarioText.Of(Some.Scenario());

    [Fact]
    public void A_bare_number_is_in_the_unit_of_the_model()
    {
        var scenario = Loaded("segments.alpha-amber.cost=3.5", "secretariat.strength=0.8").Scenario!;

        scenario.Segments[0].CostUsdBn.ShouldBe(3.5);
        scenario.Secretariat.Strength.ShouldBe(0.8);
    }

    [Fact]
    public void A_number_may_bring_its_own_unit() => Loaded("segments.alpha-amber.cost=3500 USD m").Scenario!.Segments[0].CostUsdBn.ShouldBe(3.5);

    [Fact]
    public void Arrangements_follow_the_Secretariat_that_was_set() =>
        ScenarioFile.Parse("some.yaml", Valid[..(Valid.IndexOf("\narms:", StringComparison.Ordinal) + 1)], new LoadOptions { Set = ["secretariat.strength=1", "arms.asean-led.opacity=0"] })
            .Scenario!.Arms.Single(arm => arm.Id == "asean-led").ShouldSatisfyAllConditions(arm => arm.RegionalWeight.ShouldBe(0.8), arm => arm.Opacity.ShouldBe(0));

    [Theory]
    [InlineData("systems.rail.speeds[*/new].freight=77")]
    [InlineData("systems.rail.speeds[0].freight=77")]
    public void An_item_of_a_list_is_reached_by_what_tells_it_apart_or_by_position(string set) =>
        Loaded(set).Scenario!.Systems[0].Speeds.Count(speed => speed.FreightKmPerHour == 77).ShouldBe(1);

    [Fact]
    public void A_list_is_reached_by_position() => Loaded("windows.cdb.terms[0].rate=5 %/year").Scenario!.Windows[0].Terms[0].RatePerYear.ShouldBe(0.05);

    [Fact]
    public void Dates_flags_names_and_maps_can_be_set()
    {
        var scenario = Loaded("segments.alpha-amber.tender=2021-06-01", "segments.alpha-amber.prestige=true", "sponsors.china.name=People's Republic",
            "segments.alpha-amber.homeTies={ japan: 0.25 }").Scenario!;

        scenario.Segments[0].TenderDay.ShouldBe(517);
        scenario.Segments[0].Prestige.ShouldBeTrue();
        scenario.Sponsors[0].Name.ShouldBe("People's Republic");
        scenario.Segments[0].HomeTies.Select(tie => (tie.Sponsor, tie.Share)).ShouldBe([("china", 1.0), ("japan", 0.25)]);
    }

    [Theory]
    [InlineData("segments.alpha-amber.cots=3", "--set:2: segments.alpha-amber: found the unknown key 'cots'", "(did you mean cost?)")]
    [InlineData("segments.alpha-ambre.cost=3", "--set:2: segments.alpha-ambre.cost: found no 'alpha-ambre'", "(did you mean alpha-amber?)")]
    [InlineData("segmets.alpha-amber.cost=3", "--set:2: segmets.alpha-amber.cost: found no 'segmets'", "(did you mean segments?)")]
    [InlineData("segments.alpha-amber.cost=-3", "--set:2: segments.alpha-amber.cost: found '-3'", "expected a number from 0.001 to 500 USD bn")]
    [InlineData("segments.alpha-amber.cost=3 km", "--set:2: segments.alpha-amber.cost: found '3 km'", "expected the unit USD bn or USD m")]
    [InlineData("segments.alpha-amber.host=BBC", "--set:2: segments.alpha-amber.host: found 'BBC'", "(did you mean BBB?)")]
    [InlineData("windows.cdb.terms[7].rate=0.1", "--set:2: windows.cdb.terms[7].rate: found no '7'", "expected one of ")]
    [InlineData("secretariat.strength", "--set:2: found 'secretariat.strength'", "expected path=value, such as secretariat.strength=0.8")]
    [InlineData("secretariat.strength=[", "--set:2: found text that is not YAML", "expected YAML")]
    public void A_wrong_override_is_told_like_a_wrong_line(string set, string found, string more)
    {
        var problem = Loaded("title=Any", set).Problems[0].ToString();

        problem.ShouldStartWith(found);
        problem.ShouldContain(more);
    }

    private static LoadedScenario Loaded(params string[] set) => ScenarioFile.Parse("some.yaml", Valid, new LoadOptions { Set = set });
}
