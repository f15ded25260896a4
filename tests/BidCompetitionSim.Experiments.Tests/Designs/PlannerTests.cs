using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Tests.Running;
using BidCompetitionSim.Scenarios.Designs;

namespace BidCompetitionSim.Experiments.Tests.Designs;

public class PlannerTests
{
    private const string Good = """
        title: A title
        scenario: jakarta-bandung
        replications: 3
        levers:
          - { name: a, arm: bilateral }
          - { name: b, arm: asean-led, set: [secretariat.mandate=0.5] }
        uncertainties:
          - { name: secretariat.strength, levels: [0.2, 0.8] }
          - { name: stateDefaults.weights.tie }
        outcomes: [compatibility, hostSurplus]
        design: { kind: full-factorial, levels: 3 }

        """;

    public static TheoryData<string> Shipped => ["secretariat", "concession-terms", "border-interfaces"];

    [Fact]
    public void A_plan_has_the_points_of_its_design()
    {
        var plan = Plan(Good).Plan!;

        plan.Points.SelectMany(static point => point.Values).ShouldBe([0.2, 0.3, 0.2, 1.15, 0.2, 2, 0.8, 0.3, 0.8, 1.15, 0.8, 2], 1e-12);
        plan.Factors.ShouldBe([new Factor("secretariat.strength", 0.2, 0.8, "1"), new Factor("stateDefaults.weights.tie", 0.3, 2, "1")]);
        plan.Arms.Select(static arm => (arm.Id, arm.Arrangement)).ShouldBe([("a", "bilateral"), ("b", "asean-led")]);
    }

    [Fact]
    public void Factors_and_overrides_reach_the_runs()
    {
        var plan = Plan(Good).Plan!;
        var rows = plan.Play().All;
        var alone = plan with { Factors = [], Points = [new DesignPoint(0, [])], Scenario = plan.Scenario.With(["secretariat.strength=0.8", "stateDefaults.weights.tie=2"]) };

        rows.Count.ShouldBe(6 * 3 * 2);
        rows[30..].Select(static row => row.Fingerprint).ShouldBe(alone.Play().All.Select(static row => row.Fingerprint));
        rows.Select(static row => row.Fingerprint).Distinct().Count().ShouldBeGreaterThan(18);
    }

    [Theory]
    [InlineData("arm: asean-led", "arm: asean-lead", "e.yaml:6: levers[1].arm: found 'asean-lead', expected an arm of jakarta-bandung", "did you mean asean-led?")]
    [InlineData("name: b", "name: a", "e.yaml:6: levers[1].name: found 'a' again, expected each name once", "")]
    [InlineData("mandate=0.5", "mandate=5", "e.yaml:6: levers[1].set[0]: found '5', expected a number from 0 to 1", "")]
    [InlineData("secretariat.mandate=0.5", "secretariat.strength=0.5", "e.yaml:6: levers[1].set[0]: found 'secretariat.strength=0.5', expected a number that the design does not vary", "")]
    [InlineData("secretariat.strength, levels", "secretariat.strenght, levels", "e.yaml:8: uncertainties[0].name: found 'secretariat.strenght', expected the name of a number of this scenario", "did you mean secretariat.strength?")]
    [InlineData("[0.2, 0.8]", "[0.2, 8]", "e.yaml:8: uncertainties[0].levels[1]: found 8, expected a number from 0 to 1", "")]
    [InlineData("levels: [0.2, 0.8]", "range: [0.8, 0.2]", "e.yaml:8: uncertainties[0].range: found [0.8, 0.2], expected a range [low, high]", "")]
    [InlineData("hostSurplus]", "hostSuplus]", "e.yaml:10: outcomes[1]: found 'hostSuplus', expected a measure of this scenario", "did you mean hostSurplus?")]
    [InlineData("kind: full-factorial, levels: 3", "kind: sobol", "e.yaml:11: design: found no size, expected size: the number of points", "")]
    [InlineData("kind: full-factorial, levels: 3", "kind: one-at-a-time, size: 3", "e.yaml:11: design.size: found size in a design of kind one-at-a-time, expected no size", "")]
    [InlineData("kind: full-factorial, levels: 3", "kind: points, points: [{ secretariat.strength: 3, stateDefaults.weights.tie: 1 }]", "e.yaml:11: design.points[0].secretariat.strength: found 3, expected a number from 0 to 1", "")]
    [InlineData("kind: full-factorial, levels: 3", "kind: points, points: [{ secretariat.strength: 0.3 }]", "e.yaml:11: design.points[0]: found no stateDefaults.weights.tie, expected a value for every uncertainty", "")]
    [InlineData("scenario: jakarta-bandung", "scenario: jakarta-bandun", "found no scenario of that name", "did you mean jakarta-bandung?")]
    public void What_only_the_scenario_can_tell_is_told_by_line_and_path(string from, string to, string problem, string hint)
    {
        var planned = Plan(Good.Replace(from, to));

        planned.Ok.ShouldBeFalse();
        planned.Problems.ShouldHaveSingleItem().ToString().ShouldContain(problem);
        planned.Problems[0].Hint.ShouldBe(hint.Length == 0 ? null : hint);
    }

    [Fact]
    public void All_problems_come_at_once() =>
        Plan(Good.Replace("arm: asean-led", "arm: x").Replace("secretariat.strength, levels", "y, levels").Replace("hostSurplus", "z")).Problems
            .Select(static problem => problem.Line).ShouldBe([6, 8, 10]);

    [Fact]
    public void Problems_of_the_text_hide_none_that_only_the_scenario_can_tell() =>
        Told(Good.Replace("replications: 3", "replications: three").Replace("title: A title\n", "").Replace("arm: asean-led", "arm: asean-lead")
            .Replace("[0.2, 0.8]", "[0.2, much, 8]").Replace("hostSurplus", "hostSuplus").Replace("kind: full-factorial", "kind: full-factorial, sise: 3")).ShouldBe(
        [
            "e.yaml:1: found no title",
            "e.yaml:2: replications: found 'three'",
            "e.yaml:5: levers[1].arm: found 'asean-lead'",
            "e.yaml:7: uncertainties[0].levels[1]: found 'much'",
            "e.yaml:7: uncertainties[0].levels[2]: found 8",
            "e.yaml:9: outcomes[1]: found 'hostSuplus'",
            "e.yaml:10: design: found the unknown key 'sise'",
        ]);

    [Fact]
    public void An_override_that_is_wrong_hides_nothing_else() =>
        Told(Good.Replace("replications: 3", "replications: 3\nset: [secretariat.strength=7]").Replace("arm: bilateral", "arm: bilaterl").Replace("kind: full-factorial, levels: 3", "kind: sobol")).ShouldBe(
        [
            "e.yaml:4: set[0]: found '7'",
            "e.yaml:6: levers[0].arm: found 'bilaterl'",
            "e.yaml:12: design: found no size",
        ]);

    [Fact]
    public void A_scenario_that_is_not_there_hides_nothing_that_needs_none() =>
        Told(Good.Replace("scenario: jakarta-bandung", "scenario: jakarta-bandun").Replace("name: b", "name: a").Replace("kind: full-factorial, levels: 3", "kind: sobol")).ShouldBe(
        [
            "e.yaml:2: scenario: found no scenario of that name in scenarios or among the shipped ones",
            "e.yaml:6: levers[1].name: found 'a' again",
            "e.yaml:11: design: found no size",
        ]);

    [Theory]
    [InlineData("design: {", "desing: {", "e.yaml:11: found the unknown key 'desing'")]
    [InlineData("kind: full-factorial", "kind: full-factorail", "e.yaml:11: design.kind: found 'full-factorail'")]
    [InlineData("uncertainties:", "uncertanties:", "e.yaml:7: found the unknown key 'uncertanties'")]
    [InlineData("{ name: a, arm: bilateral }", "bilateral", "e.yaml:5: levers[0]: found 'bilateral'")]
    public void What_seems_missing_for_a_mistake_that_is_told_is_not_told_too(string from, string to, string problem) =>
        Told(Good.Replace(from, to)).ShouldBe([problem]);

    [Theory, MemberData(nameof(Shipped))]
    public void Every_shipped_experiment_has_a_plan_of_a_minute_or_so(string name)
    {
        var planned = ExperimentPlanner.Of(ExperimentFile.Load(name));

        planned.Problems.ShouldBeEmpty();
        (planned.Plan!.Points.Count * planned.Plan.Arms.Count * planned.Plan.Replications).ShouldBeLessThan(3000);
        (planned.Plan with { Replications = 1, Points = [planned.Plan.Points[^1]] }).Play().All.ShouldAllBe(static row => row.Failure == null);
    }

    private static string[] Told(string text) => [.. Plan(text).Problems.Select(static problem => problem.ToString().Split(", expected")[0])];

    private static Planned Plan(string text) => ExperimentPlanner.Of(ExperimentFile.Parse("e.yaml", text));
}
