using BidCompetitionSim.Experiments.Measuring;

namespace BidCompetitionSim.Store.Tests;

public class ResumeTests
{
    [Fact]
    public void An_interrupted_experiment_goes_on_where_it_was_and_ends_with_the_rows_of_an_uninterrupted_one()
    {
        using var folder = new Folder();
        var plan = Planned.Plan(replications: 20, points: 2);
        using (var store = ResultStore.Open(folder.Store)) store.Begin(plan).Take(Planned.Rows(plan, 0, 33));
        using (var store = ResultStore.Open(folder.Store))
        {
            using var sink = store.Begin(plan);
            sink.Rows.ShouldBe(33);
            sink.Take(Planned.Rows(plan, 33, 47));
            sink.Finish(Ending.Done, null, []);
        }
        using var whole = ResultStore.OpenToRead(folder.Store);

        Rows.In(whole, plan).ShouldBe(Rows.Expected(plan, 80));
        whole.Find(plan.Experiment).Sittings.Select(static sitting => sitting.FirstRow).ShouldBe([0, 33]);
    }

    [Fact]
    public void A_row_out_of_order_is_refused_with_its_whole_batch()
    {
        using var folder = new Folder();
        var plan = Planned.Plan(replications: 20);
        using var store = ResultStore.Open(folder.Store);
        using var sink = store.Begin(plan);
        sink.Take(Planned.Rows(plan, 0, 10));

        Should.Throw<ArgumentException>(() => sink.Take(Planned.Rows(plan, 9, 5)));
        Should.Throw<ArgumentException>(() => sink.Take(Planned.Rows(plan, 11, 5)));
        Should.Throw<ArgumentException>(() => sink.Take([.. Planned.Rows(plan, 10, 2), Planned.RowAt(plan, 13)]));
        sink.Take(Planned.Rows(plan, 10, 30));

        Rows.In(store, plan).ShouldBe(Rows.Expected(plan, 40));
    }

    [Fact]
    public void More_replications_of_one_point_are_added_behind_the_stored_ones()
    {
        using var folder = new Folder();
        var (few, more) = (Planned.Plan(replications: 10), Planned.Plan(replications: 30));
        using var store = ResultStore.Open(folder.Store);
        using (var sink = store.Begin(few))
        {
            sink.Take(Planned.Rows(few, 0, 20));
            sink.Finish(Ending.Done, "aa", []);
        }
        using (var sink = store.Begin(more))
        {
            sink.Rows.ShouldBe(20);
            store.Find(more.Experiment).Status.ShouldBe("unfinished");
            sink.Take(Planned.Rows(more, 20, 40));
        }

        Rows.In(store, more).ShouldBe(Rows.Expected(more, 60));
        store.Find(more.Experiment).RowsPlanned.ShouldBe(60);
    }

    [Fact]
    public void Asking_again_for_what_is_there_changes_nothing()
    {
        using var folder = new Folder();
        var plan = Planned.Plan(replications: 10);
        using var store = ResultStore.Open(folder.Store);
        using (var sink = store.Begin(plan))
        {
            sink.Take(Planned.Rows(plan, 0, 20));
            sink.Finish(Ending.Done, "aa", "{}"u8);
        }
        using (var sink = store.Begin(Planned.Plan(replications: 5))) sink.Rows.ShouldBe(20);

        var stored = store.Find(plan.Experiment);
        (stored.Status, stored.Digest, stored.Plan.Replications, stored.Rows).ShouldBe(("done", "aa", 10, 20));
        var first = new Rows();
        store.Replay(stored, [first], limit: 10).ShouldBe(10);
        first.Facts.ShouldBe(Rows.Expected(plan, 10));
    }

    [Fact]
    public void Other_replications_of_several_points_would_come_between_the_stored_rows_and_are_refused()
    {
        using var folder = new Folder();
        var plan = Planned.Plan(replications: 10, points: 2);
        using var store = ResultStore.Open(folder.Store);
        using (var sink = store.Begin(plan)) sink.Take(Planned.Rows(plan, 0, 4));

        Should.Throw<StoreException>(() => store.Begin(plan with { Replications = 20 })).Message.ShouldContain("10 replications at each of its 2 points");
        Rows.In(store, plan).ShouldBe(Rows.Expected(plan, 4));
    }

    [Fact]
    public void Another_plan_under_the_same_id_is_refused()
    {
        using var folder = new Folder();
        using var store = ResultStore.Open(folder.Store);
        store.Begin(Planned.Plan()).Dispose();

        Should.Throw<StoreException>(() => store.Begin(Planned.Plan() with { Seed = 2 })).Message.ShouldContain("another plan");
        store.Begin(Planned.Plan() with { Title = "Called otherwise", Outcomes = [] }).Dispose();
        store.Find("e0").Plan.Title.ShouldBe("Called otherwise");
    }

    [Fact]
    public void What_a_newer_program_calls_a_measure_and_its_unit_does_not_make_another_experiment()
    {
        using var folder = new Folder();
        var plan = Planned.Plan(replications: 10);
        using var store = ResultStore.Open(folder.Store);
        using (var sink = store.Begin(plan)) sink.Take(Planned.Rows(plan, 0, 4));

        using var on = store.Begin(plan with { Measures = [.. plan.Measures.Select(static measure => measure with { Label = "Renamed", Unit = Measure.Count })] });

        on.Rows.ShouldBe(4);
        Should.Throw<StoreException>(() => store.Begin(plan with { Measures = [.. plan.Measures.Reverse()] })).Message.ShouldContain("another plan");
    }
}
