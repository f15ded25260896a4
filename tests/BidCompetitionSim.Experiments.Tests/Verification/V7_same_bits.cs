using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Verification;

public class V7_same_bits
{
    private const int Replications = 200;

    public static TheoryData<string> Names => [.. Worlds.All];

    [Theory, MemberData(nameof(Names))]
    public void A_run_repeated_says_and_scores_the_same_and_another_run_does_not(string name)
    {
        var compiled = Worlds.Named(name);
        var digests = new List<string>();
        foreach (var arm in compiled.Scenario.Arms)
        {
            var used = new Replication(compiled, arm);
            used.Run(99, 3); // whatever it played before
            foreach (var seed in new ulong[] { 1, 2 })
            {
                digests.Add(Digest(used, name, seed));
                Digest(new Replication(compiled, arm), name, seed).ShouldBe(digests[^1]);
            }
        }

        digests.ShouldBeUnique();
    }

    [Fact]
    public void Neither_the_number_of_threads_nor_the_order_of_replications_matters()
    {
        var compiled = Worlds.Named("some");
        var arm = Worlds.ArmOf(compiled, "asean-led");
        var alone = new ulong[Replications];
        var run = new Replication(compiled, arm);
        for (var r = 0; r < Replications; r++) alone[r] = Fingerprint(run, r);

        var shared = new ulong[Replications];
        var threads = Enumerable.Range(0, 2).Select(part => new Thread(() =>
        {
            var own = new Replication(compiled, arm);
            for (var r = Replications - 1 - part; r >= 0; r -= 2) shared[r] = Fingerprint(own, r);
        })).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();

        shared.ShouldBe(alone);
        alone.ShouldBeUnique();
    }

    private static ulong Fingerprint(Replication run, int replication)
    {
        run.Run(5, (uint)replication);
        return run.Outcome.Fingerprint();
    }

    private static string Digest(Replication run, string name, ulong seed)
    {
        using var journal = new Journal(run.Kernel.Compiled, run.Kernel.Arm, new RunKey(name, seed, 0));
        run.Run(seed, 0, journal);
        return $"{journal.Close()} {string.Join('|', Facts.Lines(run))}";
    }
}
