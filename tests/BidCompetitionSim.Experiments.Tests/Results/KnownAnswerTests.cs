using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Experiments.Tests.Running;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Results;

/// <summary>An experiment of a known distribution: rows that nobody played, whose means, quantiles and differences are known.</summary>
public class KnownAnswerTests
{
    private const double FirstMean = 90, SecondMean = 91, Spread = 2;

    [Fact]
    public void A_known_distribution_is_reproduced()
    {
        var result = Summed(50_000);

        var column = Column(result, "compatibility");
        var point = result.Points[0];
        var (first, second, pair) = (point.Arms[0].Measures[column], point.Arms[1].Measures[column], point.Pairs[0].Measures[column]);
        first.Mean!.Value.ShouldBe(FirstMean, 5 * first.StandardError!.Value);
        first.Sd!.Value.ShouldBe(Spread, 0.03);
        foreach (var quantile in second.Quantiles)
            quantile.Value.ShouldBe(SecondMean + Spread * Elementary.InverseNormal(quantile.Share), 0.06);
        // The arms share a draw: their difference has the mean 1 and the standard deviation 1 of what they do not share.
        pair.MeanDifference!.Value.ShouldBe(1, 0.02);
        pair.Sd!.Value.ShouldBe(1, 0.02);
        pair.ProbabilityOfSuperiority!.Value.ShouldBe(0.8413447460685429, 0.01);
        pair.VarianceReduction!.Value.ShouldBe(8, 0.3);
        pair.Ci95!.Low.ShouldBeLessThan(1);
        pair.Ci95.High.ShouldBeGreaterThan(1);
        point.Segments[0].Winners[0].Ci95.Low.ShouldBeLessThan(0.3);
        point.Segments[0].Winners[0].Ci95.High.ShouldBeGreaterThan(0.3);
        var distribution = point.Pairs[0].Distributions[0];
        distribution.AtOrBelow[^1].ShouldBe(50_000);
    }

    /// <summary>Nothing is kept by row: what is allocated is a wider window of bins now and then, and a point's tables.</summary>
    [Fact]
    public void A_hundred_thousand_rows_more_take_no_memory()
    {
        var plan = Plan(100_000);
        var fold = new SummaryFold(plan);
        Feed(plan, fold, 0, 20_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Feed(plan, fold, 20_000, 70_000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void A_wanted_half_width_takes_the_replications_that_the_first_stage_asks_for()
    {
        var plan = Plan(1) with { Precision = new Precision("compatibility", 0.04) };
        var fold = new SummaryFold(plan);
        fold.Stopping.ShouldBeNull();
        Feed(plan, fold, 0, 1024);

        // (1.9623·1/0.04)² is about 2,407, in whole blocks 3,072, give or take the first stage's variance.
        fold.Stopping!.Needed.ShouldBe(3072);
        var before = fold.Stopping;
        Feed(plan, fold, 1024, 3072);
        fold.Stopping.ShouldBe(before);
        var result = fold.Result();
        (result.Status, result.Replications, result.Done).ShouldBe(("done", 3072, 6144));
        result.Stopping!.HalfWidth!.Value.ShouldBeLessThanOrEqualTo(0.04);
    }

    [Fact]
    public void A_first_stage_that_is_enough_is_all_there_is()
    {
        var plan = Plan(1) with { Precision = new Precision("compatibility", 10) };
        var fold = new SummaryFold(plan);

        Feed(plan, fold, 0, 1024);

        fold.Result().Status.ShouldBe("done");
    }

    [Fact]
    public void A_measure_that_no_row_has_asks_for_nothing_more()
    {
        var plan = SomePlan.Comparing(1, "bilateral", "asean-led") with { Precision = new Precision("compatibility", 0.1) };
        var fold = new SummaryFold(plan);

        new ExperimentRunner().RunToPrecision(plan, new RunnerOptions(), fold, []);

        (fold.Stopping!.Needed, fold.Stopping.HalfWidth).ShouldBe((1024, null));
    }

    [Fact]
    public void Two_stages_are_played_to_their_end_and_go_on_after_an_interruption()
    {
        var plan = SomePlan.Comparing(1, "bilateral", "asean-led") with { Precision = new Precision("viability", 10) };
        var rough = new SummaryFold(plan);
        new ExperimentRunner().RunToPrecision(plan, new RunnerOptions(), rough, []);
        // 1.6 times as narrow takes 2.56 times as many, in whole blocks.
        var finer = plan with { Precision = new Precision("viability", rough.Stopping!.HalfWidth!.Value / 1.6) };
        var (whole, left) = (new SummaryFold(finer), new SummaryFold(finer));
        var rows = new Rows(plan.Layout);

        var progress = new ExperimentRunner().RunToPrecision(finer, new RunnerOptions { Threads = 2 }, whole, [rows]);
        left.Take(rows.All.Take(2000).ToArray());
        new ExperimentRunner().RunToPrecision(finer, new RunnerOptions { From = 1000, Threads = 1 }, left, []);

        (rough.Stopping.Needed, whole.Stopping!.Needed).ShouldBe((1024, 3072));
        (progress.Rows, progress.IsWhole).ShouldBe((6144, true));
        left.Digest.ShouldBe(whole.Digest);
        left.Stopping.ShouldBe(whole.Stopping);
    }

    private static ExperimentPlan Plan(int replications) => SomePlan.Comparing(replications, "bilateral", "asean-led");

    private static ExperimentResult Summed(int replications)
    {
        var plan = Plan(replications);
        var fold = new SummaryFold(plan);
        Feed(plan, fold, 0, replications);
        return fold.Result();
    }

    /// <summary>Rows of two arms: normal with a spread of 2, of which all but a spread of 1 in the difference is shared.</summary>
    private static void Feed(ExperimentPlan plan, SummaryFold fold, int from, int to)
    {
        var rows = new[] { plan.Layout.NewRow(), plan.Layout.NewRow() };
        rows[1].Arm = 1;
        var drawn = new AddressedUniform(11, "known answer");
        var own = Math.Sqrt(0.5);
        var shared = Math.Sqrt(Spread * Spread - 0.5);
        for (var replication = (uint)from; replication < to; replication++)
        {
            var common = Elementary.InverseNormal(drawn.At("common", replication));
            for (var arm = 0; arm < 2; arm++)
            {
                rows[arm].Replication = replication;
                Array.Fill(rows[arm].Values, (arm == 0 ? FirstMean : SecondMean) + shared * common + own * Elementary.InverseNormal(drawn.At("own", replication, (uint)arm)));
                Array.Fill(rows[arm].Winners, drawn.At("winner", replication) < 0.3 ? 0 : 1);
            }
            fold.Take(rows);
        }
    }

    private static int Column(ExperimentResult result, string measure) => result.Measures.ToList().FindIndex(one => one.Id == measure);
}
