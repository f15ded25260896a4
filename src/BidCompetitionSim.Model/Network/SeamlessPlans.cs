namespace BidCompetitionSim.Model.Network;

/// <summary>
/// Costs of all pairs with everything planned in place and all interfaces free. Standards matter to them only as far as lines of different
/// standards differ in cost, so they hardly ever change: kept by configuration, and looked for only when that changed.
/// </summary>
internal sealed class SeamlessPlans
{
    // Bounds what is kept to half a million costs.
    private const int MostKept = 1 << 19;
    private const int MostSlots = 1024;

    private readonly CompiledSystem system;
    private readonly ConfigurationMemo memo;
    private readonly SeamlessCosts search;
    private readonly bool[] inherited;
    private readonly int[] costs; // [slot, pair]
    private readonly sbyte[] alike; // [segment, standard]: the first standard in which the segment costs the same
    private int slot;
    private bool isCurrent;

    public SeamlessPlans(CompiledSystem system)
    {
        this.system = system;
        var slots = MostSlots;
        while (slots > 1 && slots * system.Pairs.Count > MostKept) slots /= 2;
        memo = new ConfigurationMemo(system.Segments.Length + 1, slots);
        search = new SeamlessCosts(system.SweepOrder, system.Lines);
        inherited = new bool[system.LinkEdges.Length];
        costs = new int[slots * system.Pairs.Count];
        var standards = system.StandardIds.Length;
        alike = new sbyte[system.Segments.Length * standards];
        for (var k = 0; k < alike.Length; k++)
            alike[k] = (sbyte)Array.FindIndex(system.SegmentEdges[k / standards], e => e.Cost == system.SegmentEdges[k / standards][k % standards].Cost);
        memo.Sought[..system.Segments.Length].Fill((sbyte)JunctionMap.NotBuilt);
    }

    /// <summary>Costs in pair order.</summary>
    public ReadOnlySpan<int> Costs
    {
        get
        {
            if (!isCurrent) Find();
            return costs.AsSpan(slot * system.Pairs.Count, system.Pairs.Count);
        }
    }

    /// <summary>Plans a segment in a standard, or in none: <see cref="JunctionMap.NotBuilt"/>.</summary>
    public void Plan(int local, int standard)
    {
        var own = standard < 0 ? (sbyte)JunctionMap.NotBuilt : alike[local * system.StandardIds.Length + standard];
        if (memo.Sought[local] == own) return;
        memo.Sought[local] = own;
        isCurrent = false;
    }

    /// <summary>In how many of these standards, from the first on, the segment costs the same.</summary>
    public int CountAlike(int local, ReadOnlySpan<int> some)
    {
        var own = alike.AsSpan(local * system.StandardIds.Length, system.StandardIds.Length);
        var count = 1;
        while (count < some.Length && own[some[count]] == own[some[0]]) count++;
        return count;
    }

    /// <summary>Keeps an inherited link, or lets a planned segment replace it.</summary>
    public void Inherit(int link, bool isKept)
    {
        inherited[link] = isKept;
        // A segment looked at after it was lost has its old line beside it, which the standards alone do not tell.
        memo.Sought[system.Segments.Length] = (sbyte)(inherited.AsSpan().Count(true) & sbyte.MaxValue);
        isCurrent = false;
    }

    private void Find()
    {
        isCurrent = true;
        slot = memo.Find(out var isKnown);
        if (isKnown) return;
        for (var link = 0; link < inherited.Length; link++)
            if (inherited[link]) search.Draw(link, system.LinkEdges[link].Cost);
            else search.Erase(link);
        for (var local = 0; local < system.Segments.Length; local++)
            if (memo.Sought[local] is >= 0 and var standard) search.Draw(inherited.Length + local, system.SegmentEdges[local][standard].Cost);
            else search.Erase(inherited.Length + local);
        search.Find(costs.AsSpan(slot * system.Pairs.Count, system.Pairs.Count));
    }
}
