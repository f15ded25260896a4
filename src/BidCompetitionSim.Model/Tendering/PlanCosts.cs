using System.Runtime.Intrinsics;
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
    private readonly bool[] replacing;
    private readonly int[] drawnIn;
    private readonly PlannedStandard plannedStandard;
    private readonly int[] standards;
    private readonly double[] ratios;
    private readonly int[] overA;
    private readonly int[] overB;
    private readonly int[] ways; // [target, source]
    private readonly int stride;
    private readonly int most;
    private int count;
    private bool isInheritedDrawn;

    public PlanCosts(Compiled compiled, CompiledSystem system)
    {
        (this.compiled, this.system) = (compiled, system);
        var count = system.StandardIds.Length;
        var sources = 2 * count;
        foreach (var pairs in system.PlanPairs)
        {
            sources = Math.Max(sources, 2 * count + pairs.Sources.Length);
            most = Math.Max(most, pairs.Pairs.Length);
        }
        freight = new SweptCosts(system.SweepOrder, system.Interfaces, system.Lines, sources);
        seamless = new SeamlessPlans(system);
        replacing = new bool[system.Segments.Length];
        drawnIn = new int[system.Segments.Length];
        Array.Fill(drawnIn, JunctionMap.NotBuilt);
        plannedStandard = new PlannedStandard(compiled, system);
        standards = new int[system.Segments.Length];
        ratios = new double[count * most];
        stride = (sources + Vector512<int>.Count - 1) / Vector512<int>.Count * Vector512<int>.Count;
        (overA, overB, ways) = (new int[stride], new int[stride], new int[stride * system.Places.Length]);
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
        for (var c = 0; c < candidates.Length; c++)
        {
            seamless.Plan(around, candidates[c]);
            Compare(pairs, system.SegmentEdges[around][candidates[c]].Cost, seamless.Costs, c);
        }
    }

    // The way as it is, or over the segment in either direction: from every source to every target, which is more than the pairs but in vectors.
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
        for (var width = 0; width < pairs.Sources.Length; width += Vector512<int>.Count)
        {
            var (viaA, viaB) = (Vector512.Create(overA.AsSpan(width)), Vector512.Create(overB.AsSpan(width)));
            for (var target = 0; target < pairs.Targets.Length; target++)
            {
                var row = freight.RowOf(pairs.Targets[target]);
                var over = Vector512.Min(viaA + Vector512.Create(costs[row + endB]), viaB + Vector512.Create(costs[row + endA]));
                Vector512.Min(Vector512.Create(costs[(row + width)..]), over).CopyTo(ways.AsSpan(target * stride + width));
            }
        }
        var all = pairs.Pairs;
        var sources = pairs.SourceOf;
        var targets = pairs.TargetOf;
        var own = ratios.AsSpan(candidate * most, count);
        for (var k = 0; k < own.Length; k++) own[k] = (double)free[all[k]] / ways[targets[k] * stride + sources[k]];
    }

    // Plans follow each other closely, so all but a line or two stand as they were drawn.
    private void Draw(int around)
    {
        for (var local = 0; local < standards.Length; local++)
        {
            var standard = local == around ? JunctionMap.NotBuilt : standards[local];
            if (local != around) seamless.Plan(local, standard);
            if (drawnIn[local] == standard) continue;
            drawnIn[local] = standard;
            if (standard == JunctionMap.NotBuilt) freight.Erase(LineOf(local));
            else Draw(LineOf(local), system.SegmentEdges[local][standard]);
        }
    }

    // Segments that will be built take away the lines they replace; this set changes only when such a segment is lost.
    private void DrawInherited()
    {
        var changed = !isInheritedDrawn;
        for (var local = 0; local < replacing.Length; local++)
        {
            var live = system.ReplacedLinks[local].Length > 0 && standards[local] != JunctionMap.NotBuilt;
            changed |= live != replacing[local];
            replacing[local] = live;
        }
        if (!changed) return;
        isInheritedDrawn = true;
        for (var link = 0; link < system.LinkEdges.Length; link++)
        {
            var isKept = !IsReplaced(link);
            if (isKept) Draw(link, system.LinkEdges[link]);
            else freight.Erase(link);
            seamless.Inherit(link, isKept);
        }
    }

    private void Draw(int line, in Edge edge) => freight.Draw(line, edge.Standard, edge.Cost);

    private int LineOf(int local) => system.LinkEdges.Length + local;

    private bool IsReplaced(int link)
    {
        for (var local = 0; local < replacing.Length; local++)
            if (replacing[local] && Array.IndexOf(system.ReplacedLinks[local], link) >= 0) return true;
        return false;
    }
}
