using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Running;

public class ExperimentRunnerTests
{
    [Fact]
    public void Rows_come_by_point_then_replication_then_arm()
    {
        var rows = SomePlan.Comparing(5, "bilateral", "asean-led").Varying("secretariat.strength", 0.2, 0.8).Play(new RunnerOptions { Threads = 3 }, chunk: 2);

        rows.All.Select(row => (row.Point, row.Replication, row.Arm)).ShouldBe(
            from point in Enumerable.Range(0, 2) from replication in Enumerable.Range(0, 5) from arm in Enumerable.Range(0, 2) select (point, (uint)replication, arm));
    }

    [Theory, InlineData(2, 1), InlineData(5, 3), InlineData(3, 64)]
    public void Threads_and_chunks_change_nothing(int threads, int chunk)
    {
        var plan = SomePlan.Comparing(40, "bilateral", "asean-led").Varying("secretariat.strength", 0.2, 0.8);
        var one = plan.Play(new RunnerOptions { Threads = 1 });

        var many = plan.Play(new RunnerOptions { Threads = threads }, Late, chunk);

        many.Facts.ShouldBe(one.Facts);
        many.Digest.ShouldBe(one.Digest);
    }

    [Fact]
    public void A_replication_is_the_same_alone_and_in_an_experiment()
    {
        var plan = SomePlan.Comparing(4, "asean-led");
        var compiled = new Compiled(SomePlan.Scenario.Scenario!);
        var alone = new Replication(compiled, compiled.Scenario.Arms.Single(arm => arm.Id == "asean-led"));
        alone.Run(plan.Seed, 3);

        plan.Play().All[3].Fingerprint.ShouldBe(alone.Outcome.Fingerprint());
    }

    [Fact]
    public void What_fails_costs_its_row_and_no_other()
    {
        var plan = SomePlan.Comparing(30, "bilateral", "asean-led");
        var whole = plan.Play();

        var rows = plan.Play(new RunnerOptions { Threads = 2 }, (carrier, seed, replication) =>
        {
            carrier.Run(seed, replication);
            if (replication % 7 == 3 && carrier.Kernel.Arm.Id == "asean-led") throw new InvalidOperationException("broken\non purpose");
        }, chunk: 4);

        var failed = rows.All.Where(row => row.Failure is not null).ToArray();
        failed.Select(row => (row.Replication, row.Arm)).ShouldBe([(3u, 1), (10u, 1), (17u, 1), (24u, 1)]);
        failed.ShouldAllBe(row => row.Failure == "InvalidOperationException: broken on purpose" && row.Fingerprint == 0 && row.Values.All(double.IsNaN));
        rows.Facts.Where((_, k) => rows.All[k].Failure is null).ShouldBe(whole.Facts.Where((_, k) => rows.All[k].Failure is null));
    }

    [Fact]
    public void A_point_without_a_valid_scenario_fails_row_by_row()
    {
        var rows = SomePlan.Comparing(2, "bilateral").Varying("secretariat.strength", 0.5, 7).Play();

        rows.All.Select(row => row.Failure is null).ShouldBe([true, true, false, false]);
        rows.All[2].Failure!.ShouldContain("secretariat.strength: found 7, expected a number from 0 to 1");
    }

    [Theory, InlineData(0), InlineData(1), InlineData(37), InlineData(63), InlineData(80)]
    public void An_experiment_goes_on_where_it_was_left(int from)
    {
        var plan = SomePlan.Comparing(40, "bilateral", "asean-led").Varying("secretariat.strength", 0.2, 0.8);

        plan.Play(new RunnerOptions { From = from, Threads = 2 }, chunk: 8).Facts.ShouldBe(plan.Play().Facts.Skip(2 * from));
    }

    [Fact]
    public void What_is_cancelled_keeps_a_prefix_of_whole_replications()
    {
        using var source = new CancellationTokenSource();
        var plan = SomePlan.Comparing(1000, "bilateral", "asean-led");

        var rows = plan.Play(new RunnerOptions { Threads = 3, Cancellation = source.Token }, (carrier, seed, replication) =>
        {
            if (replication == 50) source.Cancel();
            Late(carrier, seed, replication);
        }, chunk: 8);

        rows.All.Count.ShouldBeInRange(2, 200);
        (rows.All.Count % 2).ShouldBe(0);
        rows.Facts.ShouldBe((plan with { Replications = rows.All.Count / 2 }).Play().Facts);
    }

    [Fact]
    public void A_sink_that_fails_ends_the_experiment_and_the_others_keep_what_they_took()
    {
        var plan = SomePlan.Comparing(200, "bilateral");
        var kept = new Rows(plan.Layout);

        Should.Throw<IOException>(() => new ExperimentRunner((carrier, seed, replication) => carrier.Run(seed, replication), 8)
            .Run(plan, new RunnerOptions { Threads = 3 }, [kept, new FullDisk(after: 5)])).Message.ShouldBe("No space left.");

        kept.Facts.ShouldBe((plan with { Replications = kept.All.Count }).Play().Facts);
        kept.All.Count.ShouldBe(48);
    }

    [Fact]
    public void Progress_counts_rows_up_to_the_last()
    {
        var told = new List<RunProgress>();

        SomePlan.Comparing(20, "bilateral", "asean-led").Play(new RunnerOptions { Threads = 2, Progress = told.Add }, chunk: 8);

        told.Select(one => one.Rows).ShouldBe([16, 32, 40]);
        told.ShouldAllBe(one => one.Total == 40 && one.Failed == 0);
    }

    [Fact]
    public void A_row_costs_no_memory_once_warm()
    {
        var plan = SomePlan.Comparing(600, "bilateral", "asean-led");
        var least = Allocated.Least(() =>
        {
            var allocated = new Allocations();
            new ExperimentRunner().Run(plan, new RunnerOptions { Threads = 1 }, [allocated]);
            return allocated.Between(first: 24, last: 64);
        });

        least.ShouldBe(0);
    }

    /// <summary>Some replications take longer than others.</summary>
    private static void Late(Replication carrier, ulong seed, uint replication)
    {
        if (replication % 9 == 0) Thread.SpinWait(2_000_000);
        carrier.Run(seed, replication);
    }

    private sealed class FullDisk(int after) : IRowSink
    {
        private int _taken;

        public void Take(ReadOnlySpan<Row> rows)
        {
            if (_taken++ == after) throw new IOException("No space left.");
        }
    }

    /// <summary>Reads the meter of the only thread at every chunk.</summary>
    private sealed class Allocations : IRowSink
    {
        private readonly long[] _bytes = new long[128];
        private int _chunk;

        public void Take(ReadOnlySpan<Row> rows) => _bytes[_chunk++] = GC.GetAllocatedBytesForCurrentThread();

        public long Between(int first, int last) => _bytes[last] - _bytes[first];
    }
}
