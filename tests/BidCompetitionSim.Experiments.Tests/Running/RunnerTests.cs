using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Running;

public class RunnerTests
{
    private static readonly Compiled Some = new(Testing.Some.Scenario());

    [Fact]
    public void Threads_change_nothing()
    {
        var one = Fingerprints(new Batch(7, 24) { Threads = 1 });

        Fingerprints(new Batch(7, 24) { Threads = 3 }).ShouldBe(one);
        one.Distinct().Count().ShouldBe(24);
    }

    [Fact]
    public void A_longer_batch_begins_like_a_shorter_one() => Fingerprints(new Batch(7, 24))[..6].ShouldBe(Fingerprints(new Batch(7, 6)));

    [Fact]
    public void Seeds_are_different_worlds() => Fingerprints(new Batch(7, 3)).ShouldNotBe(Fingerprints(new Batch(8, 3)));

    [Fact]
    public void An_empty_batch_measures_nothing() => Fingerprints(new Batch(7, 0)).ShouldBeEmpty();

    [Fact]
    public void A_cancelled_batch_stops() => Should.Throw<OperationCanceledException>(() =>
        Runner.Play(Some, Some.Scenario.Arms[0], new Batch(7, 1000), run => run.Outcome.Built, new CancellationToken(true)));

    [Fact]
    public void A_batch_can_be_cancelled_under_way()
    {
        using var source = new CancellationTokenSource();
        var played = 0;

        Should.Throw<OperationCanceledException>(() => Runner.Play(Some, Some.Scenario.Arms[0], new Batch(7, 100_000), run =>
        {
            if (Interlocked.Increment(ref played) == 5) source.Cancel();
            return run.Outcome.Built;
        }, source.Token));

        played.ShouldBeLessThan(100);
    }

    private static ulong[] Fingerprints(Batch batch) => Runner.Play(Some, Some.Scenario.Arms[0], batch, run => run.Outcome.Fingerprint());
}
