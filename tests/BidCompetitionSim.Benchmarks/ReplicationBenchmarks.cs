using BenchmarkDotNet.Attributes;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Benchmarks;

/// <summary>One replication of the Singapore–Kunming Rail Link and its scores, under every arrangement.</summary>
[MemoryDiagnoser]
public class ReplicationBenchmarks
{
    private Replication replication = null!;
    private uint next;

    /// <summary>The arrangement.</summary>
    [ParamsSource(nameof(Arms))]
    public string Arm { get; set; } = "";

    public static string[] Arms => Shipped.Arms;

    [GlobalSetup]
    public void SetUp()
    {
        Scenario scenario = Shipped.Read(Shipped.Singapore);
        replication = new Replication(new Compiled(scenario), Shipped.Arm(scenario, Arm));
    }

    /// <summary>A different replication each time: some have twice as many tenders as others.</summary>
    [Benchmark]
    public double? Run()
    {
        replication.Run(1, next++);
        return replication.Outcome.Cohesion;
    }
}
