using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BidCompetitionSim.Model.Network;

/// <summary>Least generalised costs from a few sources, where a table of all pairs would cost more to keep up than it is asked for.</summary>
/// <remarks>
/// Every line that may ever be drawn has its place in the sweeps from the start, so that to draw or erase one costs next to nothing.
/// Then, question by question, begin, name the sources, and solve: the drawing stays.
/// Labels are corrected in sweeps, forward and backward along a fixed order of the places, until one changes nothing (Bellman 1958, in the order
/// of Yen 1970), for sixteen sources at once: one label of a node is a row, one column a source. Costs are integers and every label ends as the cost
/// of a shortest path, so the bits are those of <see cref="CostTable"/>, whatever the order of places, lines or sources. Not safe for use by
/// several threads at once. Nothing but the constructor allocates.
/// </remarks>
public sealed class SweptCosts
{
    private const int Lanes = 16;

    private readonly InterfaceTable interfaces;
    private readonly int standards;
    private readonly int[] order;
    private readonly int[] positions;
    private readonly int width; // of a place's costs
    private readonly LineDrawing drawing;
    private readonly Memory<int> labels; // [block of sources, position, standard, source]
    private readonly Memory<int> placeLabels; // [place, source]
    private readonly int[] startedAt;
    private int sources;
    private int blocks;

    /// <summary>Prepares sweeps over one system.</summary>
    /// <param name="order">Its places in the order of a sweep: best along the corridor. It costs time, never bits.</param>
    /// <param name="interfaces">Costs of changing standard within a place.</param>
    /// <param name="lines">Every line that may be drawn; only its places matter here.</param>
    /// <param name="mostSources">Most sources ever asked for.</param>
    /// <exception cref="ArgumentException">The interfaces break the triangle inequality.</exception>
    public SweptCosts(int[] order, InterfaceTable interfaces, ReadOnlySpan<Edge> lines, int mostSources)
    {
        if (interfaces.TriangleViolations().Length > 0)
            throw new ArgumentException("Interfaces must obey the triangle inequality.", nameof(interfaces));
        (this.order, this.interfaces) = (order, interfaces);
        standards = interfaces.Standards;
        positions = new int[order.Length];
        for (var k = 0; k < order.Length; k++) positions[order[k]] = k;
        var mostBlocks = BlocksOf(Math.Max(1, mostSources));
        labels = CacheLines.Allocate(order.Length * standards * mostBlocks * Lanes);
        width = mostBlocks * Lanes;
        placeLabels = CacheLines.Allocate(order.Length * width);
        drawing = new LineDrawing(positions, interfaces, lines, Lanes * sizeof(int));
        startedAt = new int[width];
    }

    /// <summary>Number of places.</summary>
    public int Places => positions.Length;

    /// <summary>Draws a line, or draws it anew. In a seamless network its standard does not matter.</summary>
    /// <param name="line">Its index among those that may be drawn.</param>
    /// <param name="standard">Its standard.</param>
    /// <param name="cost">Its cost.</param>
    public void Draw(int line, int standard, int cost) => drawing.Draw(line, standards == 1 ? 0 : standard, cost);

    /// <summary>Erases a line, if it is drawn.</summary>
    public void Erase(int line) => drawing.Erase(line);

    /// <summary>Lets nothing pass over a line, drawn or not, and over the one that was shut before again.</summary>
    public void Shut(int line) => drawing.Shut(line);

    /// <summary>Starts a question on the drawing as it stands, for a number of sources.</summary>
    public void Begin(int sources)
    {
        drawing.Refresh();
        this.sources = sources;
        blocks = BlocksOf(sources);
        for (var block = 0; block < blocks; block++) Clear(RowsOf(block));
    }

    /// <summary>Makes a place a source, in every standard in use there.</summary>
    public void StartAt(int source, int place)
    {
        startedAt[source] = place;
        var position = positions[place];
        var own = LabelsOf(source, position);
        foreach (var standard in drawing.StandardsAt(position)) own[standard * Lanes] = 0;
    }

    /// <summary>Makes one node, a place in a standard, a source; if no line touches it, it is a change of standard away from those that are touched.</summary>
    public void StartAt(int source, int place, int standard)
    {
        startedAt[source] = place;
        var position = positions[place];
        var own = LabelsOf(source, position);
        foreach (var touched in drawing.StandardsAt(position)) own[touched * Lanes] = standards == 1 ? 0 : interfaces.Seconds(standard, touched);
    }

    /// <summary>Finds the costs from all sources to all nodes.</summary>
    /// <returns>How many sweeps that took.</returns>
    public int Solve()
    {
        var sweeps = 0;
        for (var block = 0; block < blocks; block++)
        {
            var rows = RowsOf(block);
            sweeps += Solve(rows);
            Reduce(rows, block);
        }
        for (var source = 0; source < sources; source++) placeLabels.Span[RowOf(startedAt[source]) + source] = 0;
        return sweeps;
    }

    /// <summary>Costs of a place, in whichever standard is cheapest, from each source, up to <see cref="CostTable.Unreachable"/>.</summary>
    public ReadOnlySpan<int> Of(int place) => placeLabels.Span.Slice(RowOf(place), sources);

    /// <summary>Costs of all places in whichever standard is cheapest: see <see cref="RowOf(int)"/>.</summary>
    public ReadOnlySpan<int> Costs => placeLabels.Span;

    /// <summary>Where in <see cref="Costs"/> the costs of a place begin, one a source.</summary>
    public int RowOf(int place) => place * width;

    private static int BlocksOf(int sources) => (sources + Lanes - 1) / Lanes;

    private int RowOf(int position, int standard) => position * standards + standard;

    private Span<Vector512<int>> RowsOf(int block) =>
        MemoryMarshal.Cast<int, Vector512<int>>(labels.Span).Slice(block * Places * standards, Places * standards);

    // By standard, sixteen apart.
    private Span<int> LabelsOf(int source, int position) =>
        labels.Span[((source / Lanes * Places * standards + RowOf(position, 0)) * Lanes + source % Lanes)..];

    // A sweep leaves all its own arcs in order: once the opposite one changes nothing, both are.
    private int Solve(Span<Vector512<int>> rows)
    {
        SweepOnce(rows, drawing.Backward);
        for (var sweeps = 2; ; sweeps++)
            if (!SweepOnce(rows, sweeps % 2 == 0 ? drawing.Forward : drawing.Backward)) return sweeps;
    }

    private bool SweepOnce(Span<Vector512<int>> rows, SweepCourse course) => standards == 1 ? SweepSeamless(rows, course) : Sweep(rows, course);

    // Most of a plan's time. An arc leads into every standard of its place, change included: places start with all changes made, and so they stay.
    // A label is read once and written once a place, as a step waits for what the one before has written. No branch depends on a label and hardly
    // any on the drawing, as a mispredicted one costs more than the work it saves; and rows and arcs, which were taken from the drawing, are read
    // without checking them again.
    private static bool Sweep(Span<Vector512<int>> labels, SweepCourse course)
    {
        ref var rows = ref MemoryMarshal.GetReference(labels);
        ref var arc = ref MemoryMarshal.GetArrayDataReference(course.Arcs);
        ref var step = ref MemoryMarshal.GetArrayDataReference(course.Steps);
        ref var end = ref Unsafe.Add(ref step, course.Steps.Length);
        var fallen = Vector512<int>.Zero;
        for (; Unsafe.IsAddressLessThan(ref step, ref end); step = ref Unsafe.Add(ref step, 1))
        {
            ref var rowA = ref Unsafe.AddByteOffset(ref rows, step.RowA);
            ref var rowB = ref Unsafe.AddByteOffset(ref rows, step.RowB);
            ref var rowC = ref Unsafe.AddByteOffset(ref rows, step.RowC);
            var (a, b, c) = (rowA, rowB, rowC);
            var (lessA, lessB, lessC) = (a, b, c);
            for (ref var last = ref Unsafe.Add(ref arc, step.Arcs); Unsafe.IsAddressLessThan(ref arc, ref last); arc = ref Unsafe.Add(ref arc, 1))
            {
                var from = Unsafe.AddByteOffset(ref rows, arc.From);
                lessA = Vector512.Min(lessA, from + Vector512.Create(arc.ToA));
                lessB = Vector512.Min(lessB, from + Vector512.Create(arc.ToB));
                lessC = Vector512.Min(lessC, from + Vector512.Create(arc.ToC));
            }
            fallen |= (a ^ lessA) | (b ^ lessB) | (c ^ lessC);
            // The first one last, as it stands for the others where they are missing.
            rowC = lessC;
            rowB = lessB;
            rowA = lessA;
            for (var k = 0; k < step.Others; k++)
            {
                ref readonly var other = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(course.Others), step.FirstOther + k);
                ref var row = ref Unsafe.AddByteOffset(ref rows, other.To);
                a = row;
                b = Vector512.Min(a, Unsafe.AddByteOffset(ref rows, other.From) + Vector512.Create(other.Cost));
                fallen |= a ^ b;
                row = b;
            }
        }
        return fallen != Vector512<int>.Zero;
    }

    // Every place has one row.
    private static bool SweepSeamless(Span<Vector512<int>> labels, SweepCourse course)
    {
        ref var rows = ref MemoryMarshal.GetReference(labels);
        ref var arc = ref MemoryMarshal.GetArrayDataReference(course.Arcs);
        var fallen = Vector512<int>.Zero;
        foreach (ref readonly var step in course.Steps.AsSpan())
        {
            ref var row = ref Unsafe.AddByteOffset(ref rows, step.RowA);
            var before = row;
            var less = before;
            for (ref var last = ref Unsafe.Add(ref arc, step.Arcs); Unsafe.IsAddressLessThan(ref arc, ref last); arc = ref Unsafe.Add(ref arc, 1))
                less = Vector512.Min(less, Unsafe.AddByteOffset(ref rows, arc.From) + Vector512.Create(arc.ToA));
            row = less;
            fallen |= before ^ less;
        }
        return fallen != Vector512<int>.Zero;
    }

    private void Clear(Span<Vector512<int>> rows)
    {
        var unreachable = Vector512.Create(CostTable.Unreachable);
        ref var first = ref MemoryMarshal.GetReference(rows);
        for (var position = 0; position < Places; position++)
        {
            ref readonly var step = ref drawing.Forward.Steps[position];
            Unsafe.AddByteOffset(ref first, step.RowA) = unreachable;
            Unsafe.AddByteOffset(ref first, step.RowB) = unreachable;
            Unsafe.AddByteOffset(ref first, step.RowC) = unreachable;
            if (step.Further == 0) continue;
            foreach (var standard in drawing.FurtherStandardsAt(position)) rows[RowOf(position, standard)] = unreachable;
        }
    }

    private void Reduce(Span<Vector512<int>> rows, int block)
    {
        ref var first = ref MemoryMarshal.GetReference(rows);
        ref var least = ref Unsafe.Add(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<int, Vector512<int>>(placeLabels.Span)), block);
        for (var position = 0; position < Places; position++)
        {
            ref readonly var step = ref drawing.Forward.Steps[position];
            var label = Vector512.Min(Unsafe.AddByteOffset(ref first, step.RowA), Unsafe.AddByteOffset(ref first, step.RowB));
            label = Vector512.Min(label, Unsafe.AddByteOffset(ref first, step.RowC));
            if (step.Further > 0)
                foreach (var standard in drawing.FurtherStandardsAt(position)) label = Vector512.Min(label, rows[RowOf(position, standard)]);
            Unsafe.Add(ref least, order[position] * width / Lanes) = label;
        }
    }
}
