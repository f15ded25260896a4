using BidCompetitionSim.Model.Network;
using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Network;

/// <summary>A small random system: up to 7 places, 4 standards and 14 edges, some of them parallel.</summary>
internal sealed record NetworkCase(int Places, int StandardBits, Edge[] Edges)
{
    private static readonly InterfaceAttribute[] attributes =
    [
        new() { Id = "gauge", PenaltyHours = 12, Exclusive = true },
        new() { Id = "signalling", PenaltyHours = 2, Exclusive = false },
        new() { Id = "traction", PenaltyHours = 1, Exclusive = false },
    ];

    public static Arbitrary<NetworkCase> Any { get; } = Arb.From(
        from places in Gen.Choose(2, 7)
        from standards in Gen.Choose(0, 1 << 12)
        from count in Gen.Choose(0, 14)
        from edges in Gen.ArrayOf(EdgeAmong(places), count)
        select new NetworkCase(places, standards, edges),
        Shrink);

    public InterfaceTable Interfaces => InterfaceTable.Derive(Standards, attributes);

    // Four standards, three binary attributes each, so that clashes of every kind (and none) occur.
    private Standard[] Standards =>
        [.. Enumerable.Range(0, 4).Select(s => SomeNetwork.Standard($"s{s}", attributes.Select((a, k) => (a.Id, (StandardBits >> (3 * s + k) & 1) == 0 ? "x" : "y"))))];

    public CostTable Table() => TableOf(Edges);

    public CostTable TableOf(IEnumerable<Edge> edges)
    {
        var table = new CostTable(Places, Interfaces);
        table.Rebuild([.. edges]);
        return table;
    }

    public PlacePair[] Pairs() =>
        [.. from i in Enumerable.Range(0, Places) from j in Enumerable.Range(i + 1, Places - i - 1) select new PlacePair(i, j)];

    public override string ToString() => $"{Places} places, standards {StandardBits:b12}: {string.Join("; ", Edges)}";

    private static Gen<Edge> EdgeAmong(int places) =>
        from a in Gen.Choose(0, places - 1)
        from step in Gen.Choose(1, places - 1)
        from standard in Gen.Choose(0, 3)
        from cost in Gen.Frequency((8, Gen.Choose(1, 200_000)), (1, Gen.Constant(0)), (1, Gen.Choose(CostTable.Unreachable - 9, CostTable.Unreachable)))
        select new Edge(a, (a + step) % places, standard, cost);

    private static IEnumerable<NetworkCase> Shrink(NetworkCase large)
    {
        for (int left = 0; left < large.Edges.Length; left++)
        {
            yield return large with { Edges = [.. large.Edges[..left], .. large.Edges[(left + 1)..]] };
        }
    }
}
