using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BidCompetitionSim.Model.Network;

/// <summary>Least generalised costs from a few sources, where a table of all pairs would cost more to keep up than it is asked for.</summary>
/// <remarks>
/// Draw edges; then, question by question, begin, name the sources, and solve: the drawing stays, and more can be added to it.
/// Labels are corrected in sweeps, forward and backward along a fixed order of the places, until one changes nothing (Bellman 1958, in the order
/// of Yen 1970), for all sources at once: one label of a node is a row, one column a source. Costs are integers and every label ends as the cost
/// of a shortest path, so the bits are those of <see cref="CostTable"/>, whatever the order of places, edges or sources. Not safe for use by
/// several threads at once. Nothing but the constructor allocates.
/// </remarks>
public sealed class SweptCosts
{
    private const int None = -1;
    private const int MostStandards = 64;

    private readonly InterfaceTable interfaces;
    private readonly int standards;
    private readonly int[] positions;
    private readonly Memory<int> labels;
    private readonly int[] placeLabels;
    private readonly ulong[] standardsAt;
    private readonly int[] lastEdges;
    private readonly Drawn[] edges;
    private readonly Arc[] forward;
    private readonly Arc[] backward;
    private readonly int[] firstArcs;
    private readonly int[] firstWays;
    private readonly int[] startedAt;
    private int edgeCount;
    private int forwardCount;
    private int backwardCount;
    private int sources;
    private int vectors;
    private int arrangedVectors;

    /// <summary>Prepares sweeps over one system.</summary>
    /// <param name="order">Its places in the order of a sweep: best along the corridor. It costs time, never bits.</param>
    /// <param name="interfaces">Costs of changing standard within a place; at most 64 standards.</param>
    /// <param name="mostEdges">Most edges ever drawn.</param>
    /// <param name="mostSources">Most sources ever asked for.</param>
    /// <exception cref="ArgumentException">There are more than 64 standards, or their interfaces break the triangle inequality.</exception>
    public SweptCosts(int[] order, InterfaceTable interfaces, int mostEdges, int mostSources)
    {
        if (interfaces.Standards > MostStandards || interfaces.TriangleViolations().Length > 0)
            throw new ArgumentException("At most 64 standards, whose interfaces obey the triangle inequality.", nameof(interfaces));
        this.interfaces = interfaces;
        standards = interfaces.Standards;
        positions = new int[order.Length];
        for (var k = 0; k < order.Length; k++) positions[order[k]] = k;
        var width = RowMinimum.PaddedLength(Math.Max(1, mostSources));
        labels = CacheLines.Allocate(order.Length * standards * width);
        placeLabels = new int[order.Length * width];
        standardsAt = new ulong[order.Length];
        lastEdges = new int[2 * order.Length];
        edges = new Drawn[2 * mostEdges];
        forward = new Arc[mostEdges + order.Length * standards * (standards - 1)];
        backward = new Arc[forward.Length];
        (firstArcs, firstWays) = (new int[order.Length], new int[order.Length]);
        startedAt = new int[width];
        Clear();
    }

    /// <summary>Number of places.</summary>
    public int Places => positions.Length;

    /// <summary>Starts a drawing without edges.</summary>
    public void Clear()
    {
        edgeCount = 0;
        arrangedVectors = 0;
        Array.Fill(lastEdges, None);
        Array.Clear(standardsAt);
    }

    /// <summary>Draws an edge. In a seamless network its standard does not matter.</summary>
    public void Add(in Edge edge)
    {
        var standard = standards == 1 ? 0 : edge.Standard;
        var (a, b) = (positions[edge.PlaceA], positions[edge.PlaceB]);
        arrangedVectors = 0;
        standardsAt[a] |= 1UL << standard;
        standardsAt[b] |= 1UL << standard;
        AddOneWay(a, b, standard, edge.Cost);
        AddOneWay(b, a, standard, edge.Cost);
    }

    /// <summary>Starts a question on the drawing as it stands, for a number of sources.</summary>
    public void Begin(int sources)
    {
        this.sources = sources;
        vectors = RowMinimum.PaddedLength(sources) / Vector<int>.Count;
        labels.Span[..(Places * standards * vectors * Vector<int>.Count)].Fill(CostTable.Unreachable);
    }

    /// <summary>Makes a place a source, in every standard in use there.</summary>
    public void StartAt(int source, int place)
    {
        var position = startedAt[source] = positions[place];
        for (var left = standardsAt[position]; left != 0; left &= left - 1)
            labels.Span[RowOf(position, BitOperations.TrailingZeroCount(left)) * Vector<int>.Count + source] = 0;
    }

    /// <summary>Makes one node, a place in a standard, a source; if no edge touches it, it is a change of standard away from those that are touched.</summary>
    public void StartAt(int source, int place, int standard)
    {
        var position = startedAt[source] = positions[place];
        for (var left = standardsAt[position]; left != 0; left &= left - 1)
        {
            var used = BitOperations.TrailingZeroCount(left);
            labels.Span[RowOf(position, used) * Vector<int>.Count + source] = standards == 1 ? 0 : interfaces.Seconds(standard, used);
        }
    }

    /// <summary>Finds the costs from all sources to all nodes.</summary>
    public void Solve()
    {
        if (arrangedVectors != vectors) Arrange();
        var ahead = forward.AsSpan(0, forwardCount);
        var back = backward.AsSpan(0, backwardCount);
        Sweep(ahead);
        // A sweep leaves all its own arcs in order: once the opposite one changes nothing, both are.
        while (Sweep(back) && Sweep(ahead)) { }
        for (var position = 0; position < Places; position++) Reduce(position);
        for (var source = 0; source < sources; source++) placeLabels[startedAt[source] * vectors * Vector<int>.Count + source] = 0;
    }

    /// <summary>Costs of a place, in whichever standard is cheapest, from each source, up to <see cref="CostTable.Unreachable"/>.</summary>
    public ReadOnlySpan<int> Of(int place) => placeLabels.AsSpan(RowOf(place), vectors * Vector<int>.Count);

    /// <summary>Costs of all places in whichever standard is cheapest: see <see cref="RowOf(int)"/>.</summary>
    public ReadOnlySpan<int> Costs => placeLabels;

    /// <summary>Where in <see cref="Costs"/> the costs of a place begin, one a source.</summary>
    public int RowOf(int place) => positions[place] * vectors * Vector<int>.Count;

    /// <summary>Copies the costs from one source, by place.</summary>
    public void CopyTo(int source, Span<int> costs)
    {
        var width = vectors * Vector<int>.Count;
        for (var place = 0; place < positions.Length; place++) costs[place] = placeLabels[positions[place] * width + source];
    }

    // Rows are counted in vectors.
    private int RowOf(int position, int standard) => (position * standards + standard) * vectors;

    // Edges that lead forward from a position are chained under it, those that lead backward under it in the second half.
    private void AddOneWay(int from, int to, int standard, int cost)
    {
        ref var last = ref lastEdges[to > from ? from : Places + from];
        edges[edgeCount] = new Drawn(to, standard, cost, last);
        last = edgeCount++;
    }

    // By position the interfaces of the place, then the ways out of it; those that lead backward in the opposite order of positions.
    private void Arrange()
    {
        (forwardCount, arrangedVectors) = (0, vectors);
        for (var position = 0; position < Places; position++)
        {
            firstArcs[position] = forwardCount;
            forwardCount = ArrangeInterfaces(forwardCount, position);
            firstWays[position] = forwardCount;
            forwardCount = ArrangeWays(forward, forwardCount, lastEdges[position], position);
        }

        backwardCount = 0;
        for (var position = Places - 1; position >= 0; position--)
        {
            var changes = forward.AsSpan(firstArcs[position], firstWays[position] - firstArcs[position]);
            changes.CopyTo(backward.AsSpan(backwardCount));
            backwardCount = ArrangeWays(backward, backwardCount + changes.Length, lastEdges[Places + position], position);
        }
    }

    private int ArrangeInterfaces(int count, int position)
    {
        for (var from = standardsAt[position]; from != 0; from &= from - 1)
            for (var to = standardsAt[position] & ~(from & (~from + 1)); to != 0; to &= to - 1)
            {
                var (a, b) = (BitOperations.TrailingZeroCount(from), BitOperations.TrailingZeroCount(to));
                forward[count++] = new Arc(RowOf(position, a), RowOf(position, b), interfaces.Seconds(a, b));
            }
        return count;
    }

    private int ArrangeWays(Arc[] arcs, int count, int last, int position)
    {
        for (var edge = last; edge != None; edge = edges[edge].Previous)
        {
            ref readonly var drawn = ref edges[edge];
            arcs[count++] = new Arc(RowOf(position, drawn.Standard), RowOf(drawn.To, drawn.Standard), drawn.Cost);
        }
        return count;
    }

    // Three quarters of a plan's time. No branch depends on a label, as a mispredicted one costs more than the work it saves; and the rows of an
    // arc, which Arrange took from the drawing, are read without checking them again: with checks a sweep takes twice as long.
    private bool Sweep(ReadOnlySpan<Arc> arcs)
    {
        ref var rows = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<int, Vector<int>>(labels.Span));
        var fallen = Vector<int>.Zero;
        foreach (ref readonly var arc in arcs)
        {
            ref var from = ref Unsafe.Add(ref rows, arc.From);
            ref var to = ref Unsafe.Add(ref rows, arc.To);
            var cost = new Vector<int>(arc.Cost);
            fallen |= Lower(ref to, from + cost);
            for (var v = 1; v < vectors; v++) fallen |= Lower(ref Unsafe.Add(ref to, v), Unsafe.Add(ref from, v) + cost);
        }
        return fallen != Vector<int>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Lower(ref Vector<int> label, Vector<int> offered)
    {
        var before = label;
        label = Vector.Min(before, offered);
        return before ^ label;
    }

    private void Reduce(int position)
    {
        var rows = MemoryMarshal.Cast<int, Vector<int>>(labels.Span).Slice(RowOf(position, 0), standards * vectors);
        var least = MemoryMarshal.Cast<int, Vector<int>>(placeLabels.AsSpan()).Slice(position * vectors, vectors);
        least.Fill(new Vector<int>(CostTable.Unreachable));
        for (var left = standardsAt[position]; left != 0; left &= left - 1)
        {
            var row = rows.Slice(BitOperations.TrailingZeroCount(left) * vectors, vectors);
            for (var v = 0; v < least.Length && v < row.Length; v++) least[v] = Vector.Min(least[v], row[v]);
        }
    }

    private readonly record struct Drawn(int To, int Standard, int Cost, int Previous);

    private readonly record struct Arc(int From, int To, int Cost);
}
