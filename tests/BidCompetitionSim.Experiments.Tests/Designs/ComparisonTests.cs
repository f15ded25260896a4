using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Tests.Running;

namespace BidCompetitionSim.Experiments.Tests.Designs;

public class ComparisonTests
{
    [Fact]
    public void Arms_that_are_not_there_are_told_all_at_once()
    {
        var planned = ComparisonPlan.Of(SomePlan.Scenario, new ComparisonOptions { Arms = ["bilateral", "asean-lead", "x"], Replications = 0, Precision = new Precision("cohesoin", -1) });

        planned.Problems.Select(static problem => problem.ToString().Replace(MeasuresThereAre, "…")).ShouldBe(
        [
            "--arms:2: found 'asean-lead', expected an arm of jakarta-bandung: advisory, asean-led, asean-led-mandatory, bilateral, bilateral-open, spec-only, bundled, consortium (did you mean asean-led?)",
            "--arms:3: found 'x', expected an arm of jakarta-bandung: advisory, asean-led, asean-led-mandatory, bilateral, bilateral-open, spec-only, bundled, consortium",
            "--replications:1: found 0, expected 1 or more",
            "--measure:1: found 'cohesoin', expected a measure of this scenario: … (did you mean cohesion?)",
            "--until-half-width:1: found -1, expected a number above 0",
        ]);
    }

    [Fact]
    public void A_decomposition_takes_no_third_arm() =>
        ComparisonPlan.Of(SomePlan.Scenario, new ComparisonOptions { Arms = ["bilateral", "asean-led", "advisory"], Decompose = true, Replications = 5 })
            .Problems.ShouldHaveSingleItem().ToString().ShouldBe("--arms:3: found a third arm, 'advisory', expected two arms to go from the one to the other");

    private static string MeasuresThereAre =>
        $"{string.Join(", ", SomePlan.Of(new ComparisonOptions { Replications = 1 }).Measures.Select(static measure => measure.Id).Where(static id => !id.Contains('@')))}, or one of a state such as hostSurplus@LAO";

    [Fact]
    public void A_decomposition_turns_one_switch_at_a_time_and_arrives()
    {
        var plan = SomePlan.Of(new ComparisonOptions { Arms = ["bilateral", "asean-led"], Decompose = true, Replications = 5 });

        plan.Arms.Select(static arm => arm.Id).ShouldBe(
        [
            "bilateral", "bilateral+1-weight", "bilateral+2-openness", "bilateral+3-opinion", "bilateral+4-specification", "bilateral+5-floor", "bilateral+6-consent", "asean-led",
        ]);
        plan.Steps!.Count.ShouldBe(plan.Arms.Count - 1);
        var rows = plan.Play().All;
        var direct = SomePlan.Comparing(5, "bilateral", "asean-led") with { Seed = plan.Seed };
        rows.Where(static row => row.Arm is 0 or 7).Select(static row => row.Fingerprint).ShouldBe(direct.Play().All.Select(static row => row.Fingerprint));
    }

    [Fact]
    public void Switches_that_are_alike_are_no_steps() =>
        SomePlan.Of(new ComparisonOptions { Arms = ["bilateral", "bilateral-open"], Decompose = true }).Steps.ShouldBe(["openness of tendering"]);

    [Fact]
    public void The_last_step_of_a_decomposition_is_the_other_arrangement()
    {
        var plan = SomePlan.Of(new ComparisonOptions { Arms = ["asean-led", "bilateral"], Decompose = true, Replications = 4 });
        var all = plan with { Arms = [.. plan.Arms, new PlannedArm("all", "asean-led", []) { Taken = new TakenSwitches("bilateral", Enum.GetValues<ArmSwitch>()) }] };

        var rows = all.Play().All;

        rows.Where(row => row.Arm == all.Arms.Count - 1).Select(static row => row.Fingerprint)
            .ShouldBe(rows.Where(row => row.Arm == all.Arms.Count - 2).Select(static row => row.Fingerprint));
    }

    [Fact]
    public void Ids_tell_experiments_apart_and_not_their_length()
    {
        var plan = SomePlan.Comparing(10, "bilateral", "asean-led");
        var id = ExperimentId.Of(plan);
        ExperimentPlan[] others =
        [
            plan with { Seed = 8 }, plan with { Uncertain = true }, SomePlan.Comparing(10, "asean-led", "bilateral"),
            plan.Varying("secretariat.strength", 0.2, 0.8), plan.Varying("secretariat.strength", 0.2, 0.9), plan.Varying("secretariat.mandate", 0.2, 0.8),
            plan with { Scenario = plan.Scenario.With(["secretariat.strength=0.5"]) },
            plan with { Arms = [plan.Arms[0], plan.Arms[1] with { Set = ["secretariat.strength=0.5"] }] },
            SomePlan.Of(new ComparisonOptions { Arms = ["bilateral", "asean-led"], Seed = 7, Decompose = true }),
        ];

        id.ShouldMatch("^x[0-9a-f]{12}$");
        ExperimentId.Of(plan with { Replications = 99, Name = "other", Title = "other", Question = "other", Outcomes = ["built"] }).ShouldBe(id);
        others.Select(ExperimentId.Of).Append(id).Distinct().Count().ShouldBe(others.Length + 1);
    }

    [Fact]
    public void Ranges_tell_experiments_apart_where_numbers_are_drawn_from_them()
    {
        const string Written = "{ value: 0.4, assumed: no source, range: [0.1, ";
        ExperimentPlan Ranged(string high, bool uncertain) =>
            SomePlan.Comparing(10, "bilateral") with { Scenario = SomePlan.Scenario.With(["secretariat.strength=" + Written + high + "] }"]), Uncertain = uncertain };

        ExperimentId.Of(Ranged("0.8", uncertain: true)).ShouldNotBe(ExperimentId.Of(Ranged("0.9", uncertain: true)));
        ExperimentId.Of(Ranged("0.8", uncertain: false)).ShouldBe(ExperimentId.Of(Ranged("0.9", uncertain: false)));
    }
}
