namespace BidCompetitionSim.Model.Network;

/// <summary>
/// Costs of all pairs with everything planned in place and all interfaces free. Standards matter to them only as far as lines of different
/// standards differ in cost, so they hardly ever change: kept by configuration.
/// </summary>
internal sealed class SeamlessPlans
{
    // Bounds what is kept to a few hundred thousand costs.
    private const int MostKept = 1 << 18;
    private const int MostSlots = 256;

    private readonly CompiledSystem system;
    private readonly ConfigurationMemo memo;
    private readonly SeamlessCosts search;
    private readonly int[] costs; // [slot, pair]
    private readonly sbyte[] alike; // [segment, standard]: the first standard in which the segment costs the same

    public SeamlessPlans(CompiledSystem system)
    {
        this.system = system;
        var slots = MostSlots;
        while (slots > 1 && slots * system.Pairs.Count > MostKept) slots /= 2;
        memo = new ConfigurationMemo(system.Segments.Length + 1, slots);
        search = new SeamlessCosts(system.SweepOrder, system.LinkEdges.Length + system.Segments.Length);
        costs = new int[slots * system.Pairs.Count];
        var standards = system.StandardIds.Length;
        alike = new sbyte[system.Segments.Length * standards];
        for (var k = 0; k < alike.Length; k++)
            alike[k] = (sbyte)Array.FindIndex(system.SegmentEdges[k / standards], e => e.Cost == system.SegmentEdges[k / standards][k % standards].Cost);
    }

    /// <summary>Costs in pair order.</summary>
    /// <param name="inherited">Inherited links that no planned segment replaces.</param>
    /// <param name="standards">Standard of each segment planned, <see cref="JunctionMap.NotBuilt"/> for those that are lost.</param>
    public ReadOnlySpan<int> CostsOf(ReadOnlySpan<Edge> inherited, ReadOnlySpan<int> standards)
    {
        var sought = memo.Sought;
        for (var local = 0; local < standards.Length; local++)
            sought[local] = standards[local] < 0 ? (sbyte)JunctionMap.NotBuilt : alike[local * system.StandardIds.Length + standards[local]];
        // A segment looked at after it was lost has its old line beside it, which the standards alone do not tell.
        sought[standards.Length] = (sbyte)(inherited.Length & sbyte.MaxValue);
        var known = costs.AsSpan(memo.Find(out var isKnown) * system.Pairs.Count, system.Pairs.Count);
        if (isKnown) return known;
        search.Clear();
        search.Add(inherited);
        for (var local = 0; local < standards.Length; local++)
            if (standards[local] >= 0) search.Add(system.SegmentEdges[local][standards[local]]);
        search.Find(known);
        return known;
    }
}
