using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private const int Lanes = 4;

    private readonly CompiledSystem system;
    private readonly int index;
    private readonly SweptCosts freight;
    private readonly SeamlessPlans seamless;
    private readonly bool[] replacing;
    private readonly bool replaces;
    private readonly sbyte[] drawnIn;
    private readonly PlannedStandard plannedStandard;
    private readonly sbyte[] standards;
    private readonly double[] worths; // [pair asked for, candidate]: what interfaces leave of it, weighed
    private readonly int stride;
    private bool isInheritedDrawn;

    public PlanCosts(Compiled compiled, CompiledSystem system)
    {
        (this.system, index) = (system, Array.IndexOf(compiled.Systems, system));
        var count = system.StandardIds.Length;
        var (sources, most) = (2 * count, 0);
        foreach (var pairs in system.PlanPairs)
        {
            sources = Math.Max(sources, 2 * count + pairs.Sources.Length);
            most = Math.Max(most, pairs.Pairs.Length);
        }
        // Four candidates are looked at side by side, the last ones together with what lies beyond them.
        freight = new SweptCosts(system.SweepOrder, system.Interfaces, system.Lines, sources + Lanes);
        seamless = new SeamlessPlans(system);
        replacing = new bool[system.Segments.Length];
        replaces = Array.Exists(system.ReplacedLinks, links => links.Length > 0);
        (drawnIn, standards) = (new sbyte[system.Segments.Length], new sbyte[system.Segments.Length]);
        Array.Fill(drawnIn, (sbyte)JunctionMap.NotBuilt);
        plannedStandard = new PlannedStandard(compiled, system);
        stride = count + Lanes;
        worths = new double[stride * most];
    }

    /// <summary>Standard in which each segment is planned, <see cref="JunctionMap.NotBuilt"/> for those that are lost.</summary>
    public ReadOnlySpan<sbyte> Standards => standards;

    /// <summary>Makes the plan of a record.</summary>
    public void Plan(Record record, Arm arm)
    {
        record.LinesOf(index).Replace(standards, Record.Undecided, (sbyte)plannedStandard.In(record, arm));
    }

    /// <summary>Draws the plan and finds how much interfaces leave of some pairs, for some standards of the segment.</summary>
    public void Solve(int around, PlanPairs pairs, ReadOnlySpan<int> candidates)
    {
        if (pairs.Pairs.IsEmpty) return;
        DrawInherited();
        Draw();
        freight.Shut(LineOf(around));
        var ends = pairs.Sources.Length;
        freight.Begin(ends + 2 * candidates.Length);
        for (var s = 0; s < ends; s++) freight.StartAt(s, pairs.Sources[s]);
        var edges = system.SegmentEdges[around];
        for (var c = 0; c < candidates.Length; c++)
        {
            freight.StartAt(ends + c, edges[0].PlaceA, candidates[c]);
            freight.StartAt(ends + candidates.Length + c, edges[0].PlaceB, candidates[c]);
        }
        freight.Solve();
        var alike = 0;
        for (var c = 0; c < candidates.Length; c += alike)
        {
            alike = seamless.CountAlike(around, candidates[c..Math.Min(c + Lanes, candidates.Length)]);
            seamless.Plan(around, candidates[c]);
            Compare(pairs, edges[candidates[c]].Cost, (ends + c, ends + candidates.Length + c), worths.AsSpan(c));
        }
        seamless.Plan(around, standards[around]);
    }

    /// <summary>Sums, for each of the candidates, what interfaces leave of some of the pairs, weighed as these are.</summary>
    /// <param name="some">Positions of some of the pairs last solved for.</param>
    /// <param name="sums">Receives a sum a candidate, and whatever beyond: as long as <see cref="RoomFor"/> says.</param>
    public void Sum(ReadOnlySpan<int> some, Span<double> sums)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(worths);
        for (var c = 0; c < sums.Length; c += Lanes)
        {
            var sum = Vector256<double>.Zero;
            foreach (var k in some) sum += Vector256.LoadUnsafe(ref first, (nuint)(k * stride + c));
            sum.CopyTo(sums[c..]);
        }
    }

    /// <summary>How much room so many sums need.</summary>
    public static int RoomFor(int sums) => (sums + Lanes - 1) / Lanes * Lanes;

    // The way as it is, or over the segment in either direction, in up to four standards in which it costs the same: in the order in which the sums
    // will take them, and each with its own rounding, whatever stands beside it.
    private void Compare(PlanPairs pairs, int cost, (int A, int B) ends, Span<double> own)
    {
        ref var costs = ref MemoryMarshal.GetReference(freight.Costs);
        ref var worth = ref MemoryMarshal.GetReference(own);
        ref var weight = ref MemoryMarshal.GetReference(pairs.Weights);
        var free = seamless.Costs;
        foreach (ref readonly var pair in pairs.Pairs)
        {
            ref var one = ref Unsafe.Add(ref costs, freight.RowOf(pair.SourcePlace));
            ref var other = ref Unsafe.Add(ref costs, freight.RowOf(pair.Target));
            var over = Vector128.Create(cost) + Vector128.Min(
                Vector128.LoadUnsafe(ref one, (nuint)ends.A) + Vector128.LoadUnsafe(ref other, (nuint)ends.B),
                Vector128.LoadUnsafe(ref one, (nuint)ends.B) + Vector128.LoadUnsafe(ref other, (nuint)ends.A));
            var least = Vector256.ConvertToDouble(Vector256.WidenLower(Vector128.Min(Vector128.Create(Unsafe.Add(ref other, pair.Source)), over).ToVector256Unsafe()));
            (Vector256.Create(weight) * (Vector256.Create((double)free[pair.Index]) / least)).StoreUnsafe(ref worth);
            worth = ref Unsafe.Add(ref worth, stride);
            weight = ref Unsafe.Add(ref weight, 1);
        }
    }

    // Plans follow each other closely, so all but a line or two stand as they were drawn.
    private void Draw()
    {
        for (var local = 0; local < standards.Length; local++)
        {
            var standard = standards[local];
            if (drawnIn[local] == standard) continue;
            drawnIn[local] = standard;
            seamless.Plan(local, standard);
            if (standard == JunctionMap.NotBuilt) freight.Erase(LineOf(local));
            else Draw(LineOf(local), system.SegmentEdges[local][standard]);
        }
    }

    // Segments that will be built take away the lines they replace; this set changes only when such a segment is lost.
    private void DrawInherited()
    {
        if (isInheritedDrawn && !replaces) return;
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
