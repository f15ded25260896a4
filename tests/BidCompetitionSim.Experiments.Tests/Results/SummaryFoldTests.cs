using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Experiments.Tests.Running;
using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Tests.Results;

public class SummaryFoldTests
{
    private static readonly ExperimentPlan Small = SomePlan.Comparing(60, "bilateral", "asean-led").Varying("secretariat.strength", 0.2, 0.8);

    [Theory, InlineData(2), InlineData(5)]
    public void Threads_change_no_figure(int threads) => Facts(Played(Small, new RunnerOptions { Threads = threads }, 7)).ShouldBe(Facts(Played(Small)));

    /// <summary>V8 (docs/model.md §6): identical arms differ by exactly 0.</summary>
    [Fact]
    public void Identical_arms_differ_by_exactly_nothing()
    {
        var pair = Played(SomePlan.Comparing(60, "asean-led", "asean-led")).Points[0].Pairs[0];

        (pair.From, pair.To).ShouldBe(("asean-led", "asean-led#2"));
        pair.Measures.Count.ShouldBeGreaterThan(60);
        foreach (var one in pair.Measures.Where(static one => one.N > 1))
        {
            (one.MeanDifference, one.Sd, one.Equal, one.ProbabilityOfSuperiority, one.PValue).ShouldBe((0, 0, 1, 0.5, null), one.Measure);
            one.Ci95.ShouldBe(new Interval(0, 0));
            one.Method.ShouldBe("all pairs are equal");
        }
        pair.Distributions.Count(static one => one.AtOrBelow.Count == 2 && one.AtOrBelow[1] - one.AtOrBelow[0] == 60).ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Nobody_gains_from_an_arm_that_is_the_same() =>
        Played(SomePlan.Comparing(60, "asean-led", "asean-led")).Points[0].States.ShouldAllBe(static verdict => verdict.Verdict == "same" && verdict.PAdjusted == null);

    [Fact]
    public void Rows_told_again_and_rows_played_on_give_the_document_of_an_uninterrupted_run()
    {
        var rows = Small.Play();

        foreach (var kept in new[] { 0, 1, 59, 60, 61, 119, 120 })
        {
            var fold = new SummaryFold(Small);
            fold.Take(rows.All.Take(2 * kept).ToArray());
            new ExperimentRunner().Run(Small, new RunnerOptions { From = fold.Replications, Threads = 2 }, [fold]);
            Facts(fold.Result()).ShouldBe(Facts(Played(Small)), $"after {kept}");
        }
    }

    [Fact]
    public void Rows_out_of_order_are_refused()
    {
        var rows = Small.Play().All;

        Should.Throw<ArgumentException>(() => new SummaryFold(Small).Take(rows.Skip(1).ToArray()));
        Should.Throw<ArgumentException>(() => new SummaryFold(Small).Take(rows.Skip(120).ToArray()));
    }

    [Fact]
    public void An_experiment_of_several_points_cannot_be_made_longer_behind_its_rows()
    {
        var rows = Small.Play().All.ToArray();

        Should.Throw<ArgumentException>(() => new SummaryFold(Small with { Replications = 90 }).Take(rows)).Message
            .ShouldStartWith("Point 0 has 60 replications and not 90: only an experiment of one point can be made longer.");
    }

    [Fact]
    public void Figures_agree_with_the_rows_they_come_from()
    {
        var plan = SomePlan.Comparing(200, "bilateral", "asean-led");
        var (rows, result) = (plan.Play().All, Played(plan));
        var column = plan.Layout.IndexOf("hostSurplus");
        var (from, to) = (Values(rows, 0, column), Values(rows, 1, column));

        var compared = result.Points[0].Pairs[0].Measures[column];
        var estimate = Estimate.OfDifference(to, from);
        (compared.Measure, compared.N).ShouldBe(("hostSurplus", 200));
        compared.MeanDifference!.Value.ShouldBe(estimate.Value, 1e-12);
        compared.StandardError!.Value.ShouldBe(estimate.StandardError, 1e-12);
        compared.PValue!.Value.ShouldBe(estimate.P(), 1e-12);
        compared.Higher.ShouldBe(from.Zip(to).Count(static pair => pair.Second > pair.First) / 200.0);
        compared.Bootstrap95!.Low.ShouldBe(compared.Ci95!.Low, 0.5 * (compared.Ci95.High - compared.Ci95.Low));
        result.Points[0].Arms[1].Measures[column].Mean!.Value.ShouldBe(to.Average(), 1e-12);
        result.Points[0].Arms[1].Measures[column].Quantiles[2].Value.ShouldBe(to.Order().ElementAt(99), 0.003 * Math.Abs(to.Order().ElementAt(99)));
    }

    [Fact]
    public void Winners_and_clashes_are_counted()
    {
        var plan = SomePlan.Comparing(100, "bilateral");
        var (rows, point) = (plan.Play().All, Played(plan).Points[0]);

        for (var s = 0; s < plan.Layout.Segments.Count; s++)
        {
            var winners = point.Segments.Single(one => one.Segment == plan.Layout.Segments[s]).Winners;
            winners.Sum(static one => one.Count).ShouldBe(100);
            for (var k = 0; k < plan.Layout.Sponsors.Count; k++) winners[k].Count.ShouldBe(rows.Count(row => row.Winners[s] == k));
        }
        for (var j = 0; j < plan.Layout.Junctions.Count; j++) point.Junctions[j].Clash.Count.ShouldBe(rows.Count(row => row.Clashes[j]));
    }

    [Fact]
    public void Failures_are_listed_and_left_out()
    {
        var plan = SomePlan.Comparing(20, "bilateral", "asean-led");
        var fold = new SummaryFold(plan);

        new ExperimentRunner((carrier, seed, replication) =>
        {
            if (replication == 3 && carrier.Kernel.Arm.Id == "bilateral") throw new InvalidOperationException("broken");
            carrier.Run(seed, replication);
        }, 8).Run(plan, null, [fold]);
        var result = fold.Result();

        (result.Status, result.Done, result.Failed).ShouldBe(("failed", 39, 1));
        result.Failures.ShouldBe([new FailureResult(0, "bilateral", 3, 7, "InvalidOperationException: broken")]);
        result.Points[0].Pairs[0].Measures.Single(static one => one.Measure == "viability").N.ShouldBe(19);
        (result.Points[0].Arms[0].Done, result.Points[0].Arms[1].Done).ShouldBe((19, 20));
        result.Limits.ShouldContain(static limit => limit.StartsWith("1 row failed and is left out, with its pairs:", StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_beside_the_outcomes_is_judged_together_and_apart_from_them()
    {
        var result = Played(SomePlan.Comparing(60, "bilateral", "asean-led"));
        var compared = result.Points[0].Pairs[0].Measures;

        foreach (var family in result.Measures.Zip(compared).GroupBy(one => (Whole: one.First.Family is Family.Score or Family.Part or Family.Beside, Outcome: result.Outcomes.Contains(one.First.Id))))
        {
            var judged = family.Select(static one => one.Second).Where(static one => one.PValue is not null).ToArray();
            if (family.Key.Whole) judged.Select(static one => one.PAdjusted!.Value).ShouldBe(Holm.Adjust([.. judged.Select(static one => one.PValue!.Value)]));
            else judged.ShouldAllBe(static one => one.PAdjusted == null);
        }
    }

    [Fact]
    public void Numbers_of_things_share_no_unit_with_shares()
    {
        var units = Played(SomePlan.Comparing(2, "bilateral")).Measures.ToLookup(static measure => measure.Unit, static measure => measure.Id.Split('@')[0]);

        units[Measure.Count].Distinct().Order().ShouldBe(["awards", "built", "cancelled", "meanOffers", "neverLet"]);
        units[Measure.Ratio].ShouldContain("meanGrantElement");
    }

    [Fact]
    public void One_replication_is_told_of_in_the_singular() =>
        Played(SomePlan.Comparing(1, "bilateral")).Limits.ShouldContain(static limit => limit.StartsWith("Only 1 replication stands behind", StringComparison.Ordinal));

    [Fact]
    public void What_was_stopped_says_so()
    {
        var fold = new SummaryFold(Small);
        fold.Take(Small.Play().All.Take(100).ToArray());

        var result = fold.Result();

        (result.Status, result.Done, result.Points.Count).ShouldBe(("stopped", 100, 1));
        result.Limits.ShouldContain(static limit => limit.StartsWith("The experiment was stopped", StringComparison.Ordinal));
    }

    [Theory, InlineData("consortium", true), InlineData("asean-led", false)]
    public void An_arm_with_joint_bids_says_that_they_remove_a_competitor(string arm, bool joint) =>
        Played(SomePlan.Comparing(5, "bilateral", arm)).Limits.Count(static limit => limit.StartsWith("Joint bids remove a competitor", StringComparison.Ordinal)).ShouldBe(joint ? 1 : 0);

    [Fact]
    public void A_decomposition_holds_every_step_against_the_one_before()
    {
        var result = Played(SomePlan.Of(new ComparisonOptions { Arms = ["bilateral", "asean-led"], Decompose = true, Replications = 40 }));

        var pairs = result.Points[0].Pairs;
        var column = result.Measures.ToList().FindIndex(static measure => measure.Id == "cohesion");
        result.Decomposition!.Select(static step => step.From).ShouldBe(result.Arms.Select(static arm => arm.Id).SkipLast(1));
        var steps = result.Decomposition!.Sum(step => pairs.Single(pair => pair.From == step.From && pair.To == step.To).Measures[column].MeanDifference!.Value);
        steps.ShouldBe(pairs.Single(static pair => pair.From == "bilateral" && pair.To == "asean-led").Measures[column].MeanDifference!.Value, 1e-10);
    }

    /// <summary>Everything but the rate, which no second run repeats.</summary>
    private static string Facts(ExperimentResult result) => System.Text.Json.JsonSerializer.Serialize(result with { ReplicationsPerSecond = null }, Loose);

    private static readonly System.Text.Json.JsonSerializerOptions Loose = new() { WriteIndented = true };

    private static ExperimentResult Played(ExperimentPlan plan, RunnerOptions? options = null, int? chunk = null)
    {
        var fold = new SummaryFold(plan);
        var progress = new ExperimentRunner(static (carrier, seed, replication) => carrier.Run(seed, replication), chunk).Run(plan, options, [fold]);
        return fold.Result(progress.RowsPerSecond);
    }

    private static double[] Values(IEnumerable<Row> rows, int arm, int column) => [.. rows.Where(row => row.Arm == arm).Select(row => row.Values[column])];
}
