using BenchmarkDotNet.Attributes;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Benchmarks;

/// <summary>Choosing for all lots of a corridor at once, packages and windows included.</summary>
public class LettingBenchmarks
{
    private WinnerDetermination letting = null!;
    private int[] chosen = null!;

    /// <summary>Lots along the corridor.</summary>
    [Params(10, 60)]
    public int Lots { get; set; }

    [GlobalSetup]
    public void SetUp() => (letting, chosen) = (LongCorridor.Filled(Lots, out _), new int[Lots]);

    /// <summary>One choice.</summary>
    [Benchmark]
    public double Choose() => letting.Solve(chosen);
}
