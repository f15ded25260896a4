using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// Draws the plan around a segment and finds, for chosen pairs and for each standard the segment may be built in, how much of a pair's worth
/// interfaces leave: gˢ/g. One search without the segment serves every standard, as a way over it is two ways to its ends.
/// </summary>
internal sealed class PlanCosts
{
    private readonly Compiled compiled;
    private readonly CompiledSystem system;
    private readonly SweptCosts freight;
    private readonly SeamlessPlans seamless;
    private readonly Edge[] inherited;
    private readonly bool[] replacing;
    private readonly PlannedStandard plannedStandard;
    private readonly int[] standards;
    private readonly double[] ratios;
    private readonly int[] overA;
    private readonly int[] overB;
    private readonly int most;
    private int inheritedCount;
    private int count;
    private bool drawn;

    public PlanCosts(Compiled compiled, CompiledSystem system)
    {
        (this.compiled, this.system) = (compiled, system);
        var count = system.StandardIds.Length;
        var edges = system.LinkEdges.Length + system.Segments.Length;
        var sources = 2 * count;
        foreach (var pairs in system.PlanPairs)
        {
            sources = Math.Max(sources, 2 * count + pairs.Sources.Length);
            most = Math.Max(most, pairs.Pairs.Length);
        }
        freight = new SweptCosts(system.SweepOrder, system.Interfaces, edges, sources);
        seamless = new SeamlessPlans(system);
        inherited = new Edge[system.LinkEdges.Length];
        replacing = new bool[system.Segments.Length];
        plannedStandard = new PlannedStandard(compiled, system);
        standards = new int[system.Segments.Length];
        ratios = new double[count * most];
        (overA, overB) = (new int[sources], new int[sources]);
    }

    /// <summary>gˢ/g with the segment in a standard, by the position of the standard among the candidates, then of the pair among those asked for.</summary>
    public ReadOnlySpan<double> RatiosOf(int candidate) => ratios.AsSpan(candidate * most, count);

    /// <summary>Standard in which each segment is planned, <see cref="JunctionMap.NotBuilt"/> for those that are lost.</summary>
    public ReadOnlySpan<int> Standards => standards;

    /// <summary>Makes the plan of a record around a segment.</summary>
    public void Plan(Record record, Arm arm)
    {
        var planned = plannedStandard.In(record, arm);
        for (var local = 0; local < standards.Length; local++)
        {
            var segment = system.Segments[local];
            standards[local] = record.IsCommitted(segment) ? record.Standards[segment] : record.IsLost(segment) ? JunctionMap.NotBuilt : planned;
        }
    }

    /// <summary>Draws the plan and finds the ratios of some pairs for some standards of the segment.</summary>
    public void Solve(int around, PlanPairs pairs, ReadOnlySpan<int> candidates)
    {
        count = pairs.Pairs.Length;
        if (count == 0) return;
        DrawInherited();
        var ends = pairs.Sources.Length;
        Draw(around);
        freight.Begin(ends + 2 * candidates.Length);
        for (var s = 0; s < ends; s++) freight.StartAt(s, pairs.Sources[s]);
        var (a, b) = (system.SegmentEdges[around][0].PlaceA, system.SegmentEdges[around][0].PlaceB);
        for (var c = 0; c < candidates.Length; c++)
        {
            freight.StartAt(ends + 2 * c, a, candidates[c]);
            freight.StartAt(ends + 2 * c + 1, b, candidates[c]);
        }
        freight.Solve();
        var planned = standards[around];
        for (var c = 0; c < candidates.Length; c++)
        {
            standards[around] = candidates[c];
            var free = seamless.CostsOf(inherited.AsSpan(0, inheritedCount), standards);
            Compare(pairs, system.SegmentEdges[around][candidates[c]].Cost, free, c);
        }
        standards[around] = planned;
    }

    // The way as it is, or over the segment in either direction.
    private void Compare(PlanPairs pairs, int cost, ReadOnlySpan<int> free, int candidate)
    {
        var (endA, endB) = (pairs.Sources.Length + 2 * candidate, pairs.Sources.Length + 2 * candidate + 1);
        var costs = freight.Costs;
        for (var source = 0; source < pairs.Sources.Length; source++)
        {
            var row = freight.RowOf(pairs.Sources[source]);
            overA[source] = cost + costs[row + endA];
            overB[source] = cost + costs[row + endB];
        }
        var all = pairs.Pairs;
        var sources = pairs.SourceOf;
        var targets = pairs.TargetOf;
        var own = ratios.AsSpan(candidate * most, count);
        for (var k = 0; k < own.Length; k++)
        {
            var (row, source) = (freight.RowOf(targets[k]), sources[k]);
            var over = Math.Min(overA[source] + costs[row + endB], overB[source] + costs[row + endA]);
            own[k] = (double)free[all[k]] / Math.Min(costs[row + source], over);
        }
    }

    private void Draw(int around)
    {
        freight.Clear();
        foreach (ref readonly var edge in inherited.AsSpan(0, inheritedCount)) freight.Add(edge);
        for (var local = 0; local < standards.Length; local++)
        {
            if (local != around && standards[local] != JunctionMap.NotBuilt) freight.Add(system.SegmentEdges[local][standards[local]]);
        }
    }

    // Segments that will be built take away the lines they replace; this set changes only when such a segment is lost.
    private void DrawInherited()
    {
        var changed = !drawn;
        for (var local = 0; local < replacing.Length; local++)
        {
            var live = system.ReplacedLinks[local].Length > 0 && standards[local] != JunctionMap.NotBuilt;
            changed |= live != replacing[local];
            replacing[local] = live;
        }
        if (!changed) return;
        drawn = true;
        inheritedCount = 0;
        for (var link = 0; link < system.LinkEdges.Length; link++)
            if (!IsReplaced(link)) inherited[inheritedCount++] = system.LinkEdges[link];
    }

    private bool IsReplaced(int link)
    {
        for (var local = 0; local < replacing.Length; local++)
            if (replacing[local] && Array.IndexOf(system.ReplacedLinks[local], link) >= 0) return true;
        return false;
    }
}
