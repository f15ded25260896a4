using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BidCompetitionSim.Model.Network;

/// <summary>Least generalised costs from a few sources, where a table of all pairs would cost more to keep up than it is asked for.</summary>
/// <remarks>
/// Every line that may ever be drawn has its place in the sweeps from the start, so that to draw or erase one writes its two arcs and no more.
/// Then, question by question, begin, name the sources, and solve: the drawing stays.
/// Labels are corrected in sweeps, forward and backward along a fixed order of the places, until one changes nothing (Bellman 1958, in the order
/// of Yen 1970), for sixteen sources at once: one label of a node is a row, one column a source. Costs are integers and every label ends as the cost
/// of a shortest path, so the bits are those of <see cref="CostTable"/>, whatever the order of places, lines or sources. Not safe for use by
/// several threads at once. Nothing but the constructor allocates.
/// </remarks>
public sealed class SweptCosts
{
    private const int None = -1;
    private const int Lanes = 16;

    private readonly InterfaceTable interfaces;
    private readonly int standards;
    private readonly int[] positions;
    private readonly Memory<int> labels; // [block of sources, position, standard, source]
    private readonly Memory<int> placeLabels; // [position, source]
    private readonly Line[] lines;
    private readonly Arc[] forward;
    private readonly Arc[] backward;
    private readonly Step[] stepsForward;
    private readonly Step[] stepsBackward;
    private readonly int[] linesAt; // [position, standard]: lines drawn there
    private readonly Changes[] changes; // by position
    private readonly Arc[] changesAmongMany; // [position, arc between two of its standards]
    private readonly int[] used; // [position, how many before it]: the standards drawn there
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
        this.interfaces = interfaces;
        standards = interfaces.Standards;
        positions = new int[order.Length];
        for (var k = 0; k < order.Length; k++) positions[order[k]] = k;
        var mostBlocks = BlocksOf(Math.Max(1, mostSources));
        labels = CacheLines.Allocate(order.Length * standards * mostBlocks * Lanes);
        placeLabels = CacheLines.Allocate(order.Length * mostBlocks * Lanes);
        this.lines = new Line[lines.Length];
        for (var k = 0; k < lines.Length; k++)
        {
            var (a, b) = (positions[lines[k].PlaceA], positions[lines[k].PlaceB]);
            this.lines[k] = new Line { First = Math.Min(a, b), Last = Math.Max(a, b), Standard = None };
        }
        (forward, backward) = (new Arc[lines.Length], new Arc[lines.Length]);
        (stepsForward, stepsBackward) = (new Step[order.Length], new Step[order.Length]);
        Arrange();
        linesAt = new int[order.Length * standards];
        changes = new Changes[order.Length];
        changesAmongMany = new Arc[order.Length * standards * (standards - 1)];
        used = new int[order.Length * standards];
        // Without standards there is nothing to leave or to change into: every place has its one row from the start.
        if (standards == 1)
            for (var position = 0; position < order.Length; position++) Use(position, 0);
        startedAt = new int[mostBlocks * Lanes];
    }

    /// <summary>Number of places.</summary>
    public int Places => positions.Length;

    /// <summary>Erases every line.</summary>
    public void Clear()
    {
        for (var line = 0; line < lines.Length; line++) Erase(line);
    }

    /// <summary>Draws a line, or draws it anew. In a seamless network its standard does not matter.</summary>
    /// <param name="line">Its index among those that may be drawn.</param>
    /// <param name="standard">Its standard.</param>
    /// <param name="cost">Its cost.</param>
    public void Draw(int line, int standard, int cost)
    {
        ref var drawn = ref lines[line];
        if (standards == 1) standard = 0;
        if (drawn.Standard != standard)
        {
            if (drawn.Standard != None) Leave(drawn);
            drawn.Standard = standard;
            Use(drawn.First, standard);
            Use(drawn.Last, standard);
        }
        var (first, last) = (RowOf(drawn.First, standard), RowOf(drawn.Last, standard));
        forward[drawn.Forward] = new Arc(first, last, cost);
        backward[drawn.Backward] = new Arc(last, first, cost);
    }

    /// <summary>Erases a line, if it is drawn.</summary>
    public void Erase(int line)
    {
        ref var drawn = ref lines[line];
        if (drawn.Standard == None) return;
        Leave(drawn);
        drawn.Standard = None;
        // Its arcs stay where they are and lead nobody anywhere.
        (forward[drawn.Forward], backward[drawn.Backward]) = (Arc.Nowhere, Arc.Nowhere);
    }

    /// <summary>Starts a question on the drawing as it stands, for a number of sources.</summary>
    public void Begin(int sources)
    {
        this.sources = sources;
        blocks = BlocksOf(sources);
        labels.Span[..(Places * standards * blocks * Lanes)].Fill(CostTable.Unreachable);
    }

    /// <summary>Makes a place a source, in every standard in use there.</summary>
    public void StartAt(int source, int place)
    {
        var position = startedAt[source] = positions[place];
        foreach (var standard in UsedAt(position)) LabelOf(source, position, standard) = 0;
    }

    /// <summary>Makes one node, a place in a standard, a source; if no line touches it, it is a change of standard away from those that are touched.</summary>
    public void StartAt(int source, int place, int standard)
    {
        var position = startedAt[source] = positions[place];
        foreach (var touched in UsedAt(position)) LabelOf(source, position, touched) = standards == 1 ? 0 : interfaces.Seconds(standard, touched);
    }

    /// <summary>Finds the costs from all sources to all nodes.</summary>
    /// <returns>How many sweeps that took.</returns>
    public int Solve()
    {
        var sweeps = 0;
        for (var block = 0; block < blocks; block++)
        {
            var rows = MemoryMarshal.Cast<int, Vector512<int>>(labels.Span).Slice(block * Places * standards, Places * standards);
            sweeps += Solve(rows);
            Reduce(rows, block);
        }
        for (var source = 0; source < sources; source++) placeLabels.Span[startedAt[source] * blocks * Lanes + source] = 0;
        return sweeps;
    }

    /// <summary>Costs of a place, in whichever standard is cheapest, from each source, up to <see cref="CostTable.Unreachable"/>.</summary>
    public ReadOnlySpan<int> Of(int place) => placeLabels.Span.Slice(RowOf(place), sources);

    /// <summary>Costs of all places in whichever standard is cheapest: see <see cref="RowOf(int)"/>.</summary>
    public ReadOnlySpan<int> Costs => placeLabels.Span;

    /// <summary>Where in <see cref="Costs"/> the costs of a place begin, one a source.</summary>
    public int RowOf(int place) => positions[place] * blocks * Lanes;

    private static int BlocksOf(int sources) => (sources + Lanes - 1) / Lanes;

    private int RowOf(int position, int standard) => position * standards + standard;

    private ref int LabelOf(int source, int position, int standard) =>
        ref labels.Span[((source / Lanes * Places * standards) + RowOf(position, standard)) * Lanes + source % Lanes];

    private ReadOnlySpan<int> UsedAt(int position) => used.AsSpan(position * standards, changes[position].Count);

    // Arcs by the position they lead from, so that a sweep meets them one after the other.
    private void Arrange()
    {
        var count = 0;
        for (var position = 0; position < Places; position++)
        {
            var before = count;
            for (var line = 0; line < lines.Length; line++)
                if (lines[line].First == position) lines[line].Forward = count++;
            stepsForward[position] = new Step(position, count - before);
        }
        count = 0;
        for (var position = Places - 1; position >= 0; position--)
        {
            var before = count;
            for (var line = 0; line < lines.Length; line++)
                if (lines[line].Last == position) lines[line].Backward = count++;
            stepsBackward[Places - 1 - position] = new Step(position, count - before);
        }
        Array.Fill(forward, Arc.Nowhere);
        Array.Fill(backward, Arc.Nowhere);
    }

    private void Leave(in Line drawn)
    {
        if (--linesAt[RowOf(drawn.First, drawn.Standard)] == 0) FindChanges(drawn.First);
        if (--linesAt[RowOf(drawn.Last, drawn.Standard)] == 0) FindChanges(drawn.Last);
    }

    private void Use(int position, int standard)
    {
        if (linesAt[RowOf(position, standard)]++ == 0) FindChanges(position);
    }

    private void FindChanges(int position)
    {
        var count = 0;
        for (var standard = 0; standard < standards; standard++)
            if (linesAt[RowOf(position, standard)] > 0) used[position * standards + count++] = standard;
        ref var change = ref changes[position];
        change.Count = count;
        var own = UsedAt(position);
        if (count >= 1) change.RowA = RowOf(position, own[0]);
        if (count >= 2) (change.RowB, change.AB) = (RowOf(position, own[1]), interfaces.Seconds(own[0], own[1]));
        if (count >= 3) (change.RowC, change.AC, change.BC) = (RowOf(position, own[2]), interfaces.Seconds(own[0], own[2]), interfaces.Seconds(own[1], own[2]));
        if (count > 3) ChangeAmongMany(position, own);
    }

    private void ChangeAmongMany(int position, ReadOnlySpan<int> own)
    {
        var count = changes[position].First = position * standards * (standards - 1);
        foreach (var from in own)
            foreach (var to in own)
                if (from != to) changesAmongMany[count++] = new Arc(RowOf(position, from), RowOf(position, to), interfaces.Seconds(from, to));
    }

    // A sweep leaves all its own arcs in order: once the opposite one changes nothing, both are.
    private int Solve(Span<Vector512<int>> rows)
    {
        Sweep(rows, stepsBackward, backward);
        for (var sweeps = 2; ; sweeps++)
        {
            var hasFallen = sweeps % 2 == 0 ? Sweep(rows, stepsForward, forward) : Sweep(rows, stepsBackward, backward);
            if (!hasFallen) return sweeps;
        }
    }

    // Most of a plan's time. No branch depends on a label, as a mispredicted one costs more than the work it saves; and rows and arcs, which were
    // taken from the drawing, are read without checking them again. What changes of standard bring is not reported: a place is left with all of
    // them made, so that there are none to make until an arc brings something. Nothing is called, or what has fallen would be kept in memory.
    private bool Sweep(Span<Vector512<int>> labels, Step[] steps, Arc[] arcs)
    {
        ref var rows = ref MemoryMarshal.GetReference(labels);
        ref var arc = ref MemoryMarshal.GetArrayDataReference(arcs);
        ref var change = ref MemoryMarshal.GetArrayDataReference(changes);
        ref var step = ref MemoryMarshal.GetArrayDataReference(steps);
        ref var end = ref Unsafe.Add(ref step, steps.Length);
        var fallen = Vector512<int>.Zero;
        for (; Unsafe.IsAddressLessThan(ref step, ref end); step = ref Unsafe.Add(ref step, 1))
        {
            ref var own = ref Unsafe.Add(ref change, step.Position);
            if (own.Count >= 2) Change(ref rows, own);
            for (ref var last = ref Unsafe.Add(ref arc, step.Arcs); Unsafe.IsAddressLessThan(ref arc, ref last); arc = ref Unsafe.Add(ref arc, 1))
                fallen |= Lower(ref rows, arc);
        }
        return fallen != Vector512<int>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Lower(ref Vector512<int> rows, in Arc arc)
    {
        ref var to = ref Unsafe.Add(ref rows, arc.To);
        var before = to;
        var after = Vector512.Min(before, Unsafe.Add(ref rows, arc.From) + Vector512.Create(arc.Cost));
        to = after;
        return before ^ after;
    }

    // Two changes in a row are never cheaper than one: among two or three standards each is made from the labels as they were.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Change(ref Vector512<int> rows, in Changes change)
    {
        if (change.Count > 3)
        {
            ref var arc = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(changesAmongMany), change.First);
            for (var left = change.Count * (change.Count - 1); left > 0; left--, arc = ref Unsafe.Add(ref arc, 1)) Lower(ref rows, arc);
            return;
        }
        ref var rowA = ref Unsafe.Add(ref rows, change.RowA);
        ref var rowB = ref Unsafe.Add(ref rows, change.RowB);
        var (a, b, ab) = (rowA, rowB, Vector512.Create(change.AB));
        var (lessA, lessB) = (Vector512.Min(a, b + ab), Vector512.Min(b, a + ab));
        if (change.Count == 3)
        {
            ref var rowC = ref Unsafe.Add(ref rows, change.RowC);
            var (c, ac, bc) = (rowC, Vector512.Create(change.AC), Vector512.Create(change.BC));
            lessA = Vector512.Min(lessA, c + ac);
            lessB = Vector512.Min(lessB, c + bc);
            rowC = Vector512.Min(c, Vector512.Min(a + ac, b + bc));
        }
        (rowA, rowB) = (lessA, lessB);
    }

    private void Reduce(ReadOnlySpan<Vector512<int>> rows, int block)
    {
        var least = MemoryMarshal.Cast<int, Vector512<int>>(placeLabels.Span);
        for (var position = 0; position < Places; position++)
        {
            ref readonly var own = ref changes[position];
            var label = own.Count == 0 ? Vector512.Create(CostTable.Unreachable) : rows[own.RowA];
            if (own.Count > 1) label = Vector512.Min(label, rows[own.RowB]);
            if (own.Count > 2) label = Vector512.Min(label, rows[own.RowC]);
            for (var k = 3; k < own.Count; k++) label = Vector512.Min(label, rows[RowOf(position, UsedAt(position)[k])]);
            least[position * blocks + block] = label;
        }
    }

    /// <summary>A line between two positions, and its arcs.</summary>
    private struct Line
    {
        public int First;
        public int Last;
        public int Forward;
        public int Backward;
        public int Standard;
    }

    /// <summary>A place that a sweep comes to, and how many arcs lead on from it.</summary>
    private readonly record struct Step(int Position, int Arcs);

    private readonly record struct Arc(int From, int To, int Cost)
    {
        public static Arc Nowhere => new(0, 0, CostTable.Unreachable);
    }

    /// <summary>How many standards meet at a place, the rows of up to three and what the changes between them cost; if there are more, the first of all changes.</summary>
    private struct Changes
    {
        public int Count;
        public int First;
        public int RowA;
        public int RowB;
        public int RowC;
        public int AB;
        public int AC;
        public int BC;
    }
}
