using BenchmarkDotNet.Attributes;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Benchmarks;

/// <summary>How the time of a replication grows with the number of segments.</summary>
[MemoryDiagnoser]
public class GrowthBenchmarks
{
    private Replication replication = null!;
    private uint next;

    /// <summary>Segments to be let, in a row.</summary>
    [Params(5, 20, 50, 125, 500)]
    public int Segments { get; set; }

    /// <summary>An arrangement without the region's score, and one with it.</summary>
    [Params("bilateral", "asean-led")]
    public string Arm { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        Scenario scenario = Corridor.Of(Segments);
        replication = new Replication(new Compiled(scenario), Shipped.Arm(scenario, Arm));
    }

    [Benchmark]
    public double? Run()
    {
        replication.Run(1, next++);
        return replication.Outcome.Cohesion;
    }
}
