using BenchmarkDotNet.Attributes;
using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Benchmarks;

/// <summary>The network's part of a replication: a path of places with 4 standards, into which a chord is added or imagined.</summary>
[MemoryDiagnoser]
public class NetworkBenchmarks
{
    private const int Standards = 4;

    private CostTable before = null!;
    private CostTable table = null!;
    private PlacePair[] pairs = null!;
    private int[] now = null!;
    private int[] then = null!;
    private Edge chord;

    /// <summary>Number of (place, standard) nodes.</summary>
    [Params(100, 128)]
    public int Nodes { get; set; }

    /// <summary>Builds a path and a chord over half of it, which improves many rows.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        int places = Nodes / Standards;
        InterfaceTable interfaces = InterfaceTable.Flat(Standards, 3, "transfer");
        before = new CostTable(places, interfaces);
        table = new CostTable(places, interfaces);
        for (int i = 0; i + 1 < places; i++)
        {
            before.Add(new Edge(i, i + 1, i % Standards, 36_000));
        }

        pairs = [.. from i in Enumerable.Range(0, places) from j in Enumerable.Range(i + 1, places - i - 1) select new PlacePair(i, j)];
        now = new int[pairs.Length];
        then = new int[pairs.Length];
        PlaceCosts.Of(before, pairs, now);
        chord = new Edge(places / 4, 3 * places / 4, 0, 20_000);
    }

    /// <summary>The copy alone: subtract it from <see cref="CopyAndAdd"/>.</summary>
    [Benchmark(Baseline = true)]
    public void Copy() => table.CopyFrom(before);

    /// <summary>A copy and one link that shortens most ways.</summary>
    [Benchmark]
    public bool CopyAndAdd()
    {
        table.CopyFrom(before);
        return table.Add(chord);
    }

    /// <summary>The same link imagined, for all pairs of places.</summary>
    [Benchmark]
    public int WhatIf()
    {
        before.WhatIf(chord, now, then);
        return then[^1];
    }

    /// <summary>The same, for pairs from a list.</summary>
    [Benchmark]
    public int WhatIfListed()
    {
        before.WhatIf(chord, pairs, now, then);
        return then[^1];
    }

    /// <summary>All pairs of places reduced afresh.</summary>
    [Benchmark]
    public int Reduce()
    {
        PlaceCosts.Of(before, pairs, then);
        return then[^1];
    }
}
