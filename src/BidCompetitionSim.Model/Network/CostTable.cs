using System.Numerics;

namespace BidCompetitionSim.Model.Network;

/// <summary>Least generalised costs between all (place, standard) nodes of one system, kept exact while edges are added.</summary>
/// <remarks>
/// Node = place · standards + standard; arcs between the nodes of one place cost the interface between their standards
/// (docs/model.md §4.8). Costs are integers, so any order of insertion gives the bits of a fresh Floyd–Warshall
/// (Floyd 1962), and saturate at <see cref="Unreachable"/>: three of them still fit an int, so no sum overflows.
/// A node that no edge touches is only a change of standard away from its siblings: its row is not kept up, but worked out when it is asked for.
/// Not safe for use by several threads at once, not even for reading. Nothing but the constructor allocates.
/// </remarks>
public sealed class CostTable
{
    /// <summary>The cost of what cannot be reached; also the largest cost there is.</summary>
    public const int Unreachable = int.MaxValue / 4;

    private const int WordBits = 64;

    private readonly InterfaceTable interfaces;
    private readonly int stride;
    private readonly Memory<int> costs;
    private readonly ulong[] kept;
    private readonly int[] toEndA;
    private readonly int[] toEndB;
    private readonly int[] nearerV;
    private readonly int[] nearerU;

    /// <summary>A table without edges.</summary>
    /// <param name="places">Number of places, at least 1.</param>
    /// <param name="interfaces">Costs of changing standard within a place; <see cref="InterfaceTable.Seamless"/> for none.</param>
    /// <exception cref="ArgumentException">The interfaces break the triangle inequality, or there is no place.</exception>
    public CostTable(int places, InterfaceTable interfaces)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
        if (interfaces.TriangleViolations().Length > 0)
        {
            throw new ArgumentException("Interface costs must obey the triangle inequality.", nameof(interfaces));
        }

        this.interfaces = interfaces;
        Places = places;
        stride = CacheLines.PaddedLength(Nodes);
        costs = CacheLines.Allocate(Nodes * stride);
        kept = new ulong[(Nodes + WordBits - 1) / WordBits];
        toEndA = new int[places];
        toEndB = new int[places];
        nearerV = new int[Nodes + 1];
        nearerU = new int[Nodes + 1];
        Clear();
    }

    /// <summary>Number of places.</summary>
    public int Places { get; }

    /// <summary>Number of technical standards.</summary>
    public int Standards => interfaces.Standards;

    /// <summary>Number of (place, standard) nodes.</summary>
    public int Nodes => Places * Standards;

    /// <summary>Least cost between two nodes, 0 to <see cref="Unreachable"/>; symmetric.</summary>
    public int this[int from, int to] => Row(from)[to];

    /// <summary>The node of a place and a standard; with one standard, or none that matter, the place itself.</summary>
    public int Node(int place, int standard) => Standards == 1 ? place : place * Standards + standard;

    /// <summary>Least costs from one node to all nodes.</summary>
    public ReadOnlySpan<int> Row(int node)
    {
        Keep(node);
        return RowAsKept(node);
    }

    /// <summary>Takes all edges away: only interfaces within places remain.</summary>
    public void Clear()
    {
        Array.Clear(kept);
        costs.Span.Fill(Unreachable);
        for (int node = 0; node < Nodes; node++)
        {
            int firstOfPlace = node - node % Standards;
            Span<int> row = RowToWrite(node);
            for (int standard = 0; standard < Standards; standard++)
            {
                row[firstOfPlace + standard] = interfaces.Seconds(node % Standards, standard);
            }
        }
    }

    /// <summary>Takes all edges away and adds these. The way to remove an edge: removals are rare.</summary>
    public void Rebuild(ReadOnlySpan<Edge> edges)
    {
        Clear();
        foreach (ref readonly Edge edge in edges)
        {
            Add(edge);
        }
    }

    /// <summary>Makes this table equal to another of the same shape.</summary>
    /// <exception cref="ArgumentException">The other table has other places or standards.</exception>
    public void CopyFrom(CostTable other)
    {
        if (other.Places != Places || other.Standards != Standards)
        {
            throw new ArgumentException("Only a table of the same places and standards can be copied.", nameof(other));
        }

        other.costs.CopyTo(costs);
        other.kept.CopyTo(kept, 0);
    }

    /// <summary>Adds an edge. In a seamless table its standard does not matter.</summary>
    /// <returns>Whether any cost fell.</returns>
    public bool Add(in Edge edge) => Add(Node(edge.PlaceA, edge.Standard), Node(edge.PlaceB, edge.Standard), edge.Cost);

    /// <summary>Adds a two-way arc between nodes and brings all pairs up to date, in at most nodes² steps.</summary>
    /// <param name="u">One node.</param>
    /// <param name="v">The other node.</param>
    /// <param name="cost">0 to <see cref="Unreachable"/>.</param>
    /// <returns>Whether any cost fell.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is out of range.</exception>
    public bool Add(int u, int v, int cost)
    {
        RequireCost(cost);
        Keep(u);
        Keep(v);
        if (cost >= RowAsKept(u)[v])
        {
            return false;
        }

        // x–y improves by x–u–v–y only if the arc brings x nearer to v and y nearer to u; no node comes nearer to both.
        ReadOnlySpan<int> toU = RowAsKept(u);
        ReadOnlySpan<int> toV = RowAsKept(v);
        int countV = 0;
        int countU = 0;
        for (int word = 0; word < kept.Length; word++)
        {
            for (ulong left = kept[word]; left != 0; left &= left - 1)
            {
                // Both are written and one count or none moves on: a branch that follows the costs is mispredicted half of the time.
                int x = word * WordBits + BitOperations.TrailingZeroCount(left);
                nearerV[countV] = x;
                nearerU[countU] = x;
                countV += toU[x] + cost < toV[x] ? 1 : 0;
                countU += toV[x] + cost < toU[x] ? 1 : 0;
            }
        }

        // Rows u and v are among them. Reading one already lowered changes nothing: its new entries use the arc once more.
        LowerRows(nearerV.AsSpan(0, countV), (u, v, cost), nearerU.AsSpan(0, countU));
        LowerRows(nearerU.AsSpan(0, countU), (v, u, cost), nearerV.AsSpan(0, countV));
        return true;
    }

    /// <summary>Place-to-place costs as they would be with one more edge, without adding it.</summary>
    /// <remarks>
    /// min over the standards of both ends splits: min(g, A_i + cost + B_j, B_i + cost + A_j), where A_i and B_i are the
    /// least costs from any standard of place i to the two ends of the edge. So a pair costs the same for 1 and for 4 standards.
    /// </remarks>
    /// <param name="edge">The edge to imagine.</param>
    /// <param name="pairs">The pairs of places wanted.</param>
    /// <param name="now">Their costs in this table, from <see cref="PlaceCosts"/>.</param>
    /// <param name="then">Receives their costs with the edge; may be <paramref name="now"/> itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">The edge's cost is out of range.</exception>
    public void WhatIf(in Edge edge, ReadOnlySpan<PlacePair> pairs, ReadOnlySpan<int> now, Span<int> then)
    {
        now = now[..pairs.Length];
        then = then[..pairs.Length];
        if (!FindWaysTo(edge))
        {
            now.CopyTo(then);
            return;
        }

        for (int p = 0; p < pairs.Length; p++)
        {
            (int i, int j) = pairs[p];
            int via = edge.Cost + Math.Min(toEndA[i] + toEndB[j], toEndB[i] + toEndA[j]);
            then[p] = Math.Min(now[p], via);
        }
    }

    /// <summary>The same for all pairs, ordered as in <see cref="PairSet"/>: several times faster a pair.</summary>
    /// <param name="edge">The edge to imagine.</param>
    /// <param name="now">Costs of all pairs in this table.</param>
    /// <param name="then">Receives their costs with the edge; may be <paramref name="now"/> itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">The edge's cost is out of range.</exception>
    public void WhatIf(in Edge edge, ReadOnlySpan<int> now, Span<int> then)
    {
        if (!FindWaysTo(edge))
        {
            now.CopyTo(then);
            return;
        }

        AllPairs.Lower(edge.Cost, toEndA, toEndB, now, then);
    }

    // Least costs from every place to both ends of an edge; false if the edge brings even its own ends no closer.
    private bool FindWaysTo(in Edge edge)
    {
        RequireCost(edge.Cost);
        int u = Node(edge.PlaceA, edge.Standard);
        int v = Node(edge.PlaceB, edge.Standard);
        if (IsKept(u) && IsKept(v) && edge.Cost >= RowAsKept(u)[v])
        {
            return false;
        }

        FindWays(u, toEndA);
        FindWays(v, toEndB);
        return true;
    }

    // To imagine an edge at a node that nothing touches is no reason to keep its row up from then on.
    private void FindWays(int node, int[] ways)
    {
        if (IsKept(node))
        {
            PlaceCosts.FromNode(this, node, ways);
            return;
        }

        Array.Fill(ways, Unreachable);
        int place = node / Standards;
        for (int standard = 0; standard < Standards; standard++)
        {
            if (IsKept(place * Standards + standard))
            {
                PlaceCosts.LowerFromNode(this, place * Standards + standard, interfaces.Seconds(node % Standards, standard), ways);
            }
        }

        ways[place] = 0;
    }

    private bool IsKept(int node) => (kept[node / WordBits] >> node % WordBits & 1) != 0;

    // From now on the node's row and column are kept up: they follow from those of its kept siblings.
    private void Keep(int node)
    {
        if (IsKept(node))
        {
            return;
        }

        Span<int> own = RowToWrite(node);
        int firstOfPlace = node - node % Standards;
        for (int standard = 0; standard < Standards; standard++)
        {
            if (IsKept(firstOfPlace + standard))
            {
                ReadOnlySpan<int> sibling = costs.Span.Slice((firstOfPlace + standard) * stride, stride);
                RowMinimum.Lower(costs.Span.Slice(node * stride, stride), sibling, interfaces.Seconds(node % Standards, standard), 0, Nodes - 1);
            }
        }

        own[node] = 0;
        kept[node / WordBits] |= 1UL << node % WordBits;
        for (int other = 0; other < Nodes; other++)
        {
            costs.Span[other * stride + node] = own[other];
        }
    }

    /// <summary>A row as it stands: exact between nodes that edges touch, never too low for the others.</summary>
    internal ReadOnlySpan<int> RowAsKept(int node) => costs.Span.Slice(node * stride, Nodes);

    private Span<int> RowToWrite(int node) => costs.Span.Slice(node * stride, Nodes);

    // Lowers these rows by the way over the arc (its near end, far end, cost), in the columns of the other side.
    private void LowerRows(ReadOnlySpan<int> rows, (int Near, int Far, int Cost) arc, ReadOnlySpan<int> columns)
    {
        Span<int> all = costs.Span;
        ReadOnlySpan<int> far = all.Slice(arc.Far * stride, stride);
        foreach (int row in rows)
        {
            Span<int> target = all.Slice(row * stride, stride);
            RowMinimum.Lower(target, far, target[arc.Near] + arc.Cost, columns[0], columns[^1]);
        }
    }

    private static void RequireCost(int cost) =>
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)cost, (uint)Unreachable, nameof(cost));
}
