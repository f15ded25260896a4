using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Tests;

public class PlayedTests
{
    [Fact]
    public void What_was_played_is_what_is_stored()
    {
        using var folder = new Folder();
        var plan = Played.Plan(100);
        var rows = new Rows();
        new ExperimentRunner().Run(plan, null, [rows]);
        using var store = ResultStore.Open(folder.Store);
        Played.PlayInto(store, plan);

        Rows.In(store, plan.ToDocument()).ShouldBe(rows.Facts);
        store.Experiments().ShouldHaveSingleItem().Status.ShouldBe("done");
    }

    [Fact]
    public void An_experiment_stopped_and_resumed_has_the_rows_and_the_digest_of_one_that_was_not()
    {
        using var folder = new Folder();
        var plan = Played.AtTwoPoints(150);
        using var whole = ResultStore.Open(folder.At("whole.db"));
        Played.PlayInto(whole, plan);
        using var parts = ResultStore.Open(folder.At("parts.db"));
        while (true)
        {
            using var stop = new CancellationTokenSource();
            if (Played.PlayInto(parts, plan, new RunnerOptions { Threads = 1, Cancellation = stop.Token, Progress = _ => stop.Cancel() }).IsWhole) break;
            parts.Experiments().Single().Status.ShouldBe("stopped");
        }

        parts.Experiments().Single().Sittings.Count.ShouldBeGreaterThan(2);
        Rows.In(parts, plan.ToDocument()).ShouldBe(Rows.In(whole, plan.ToDocument()));
        parts.Experiments().Single().Digest.ShouldBe(whole.Experiments().Single().Digest);
    }

    [Fact]
    public void A_plan_written_down_makes_the_same_plan()
    {
        foreach (var plan in new[] { Played.Plan(5), Played.Plan(5, uncertain: true), Played.Plan(5, decompose: true), Played.AtTwoPoints(3), Played.Overridden(5) })
        {
            var document = plan.ToDocument();
            var again = StoreJson.Read<PlanDocument>(StoreJson.Write(document)).ToPlan(ScenarioText.Of(plan.Scenario));

            ExperimentId.Of(again).ShouldBe(ExperimentId.Of(plan));
            StoreJson.Text(again.ToDocument()).ShouldBe(StoreJson.Text(document));
            var (before, after) = (new Rows(), new Rows());
            new ExperimentRunner().Run(plan, null, [before]);
            new ExperimentRunner().Run(again, null, [after]);
            after.Facts.ShouldBe(before.Facts);
        }
    }

    private static ScenarioText Text { get; } = ScenarioText.Of(Played.Scenario);

    [Fact]
    public void A_plan_that_does_not_fit_its_scenario_is_refused()
    {
        var document = Played.Plan(5, uncertain: true).ToDocument();

        Should.Throw<FormatException>(() => document.ToPlan(Text with { Source = "scenario: [" })).Message.ShouldContain("does not load");
        Should.Throw<FormatException>(() => (document with { ScenarioHash = "00" }).ToPlan(Text)).Message.ShouldContain("scenario hash");
        Should.Throw<FormatException>(() => (document with { Seed = 8 }).ToPlan(Text)).Message.ShouldContain("name of the experiment");
        Should.Throw<FormatException>(() => (document with { Ranges = [.. document.Ranges.Skip(1)] }).ToPlan(Text)).Message.ShouldContain("ranges");
        Should.Throw<FormatException>(() => (document with { Segments = [] }).ToPlan(Text)).Message.ShouldContain("segments");
    }
}
