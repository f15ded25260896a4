namespace BidCompetitionSim.Model.Network;

/// <summary>Costs of all pairs of places, in the order of <see cref="PairSet"/>.</summary>
internal static class AllPairs
{
    /// <summary>Costs as they are with one more edge: the way as it is, or over the edge in either direction.</summary>
    /// <param name="cost">The edge's cost.</param>
    /// <param name="toEndA">Cost from every place to one end.</param>
    /// <param name="toEndB">Cost from every place to the other.</param>
    /// <param name="now">Costs without the edge.</param>
    /// <param name="then">Receives the costs with it; may be <paramref name="now"/> itself.</param>
    public static void Lower(int cost, ReadOnlySpan<int> toEndA, ReadOnlySpan<int> toEndB, ReadOnlySpan<int> now, Span<int> then)
    {
        now.CopyTo(then);
        int p = 0;
        for (int i = 0; i + 1 < toEndA.Length; i++)
        {
            int others = toEndA.Length - 1 - i;
            // A place that the edge brings closer to neither end has no use for it, and none comes closer to both.
            if (toEndA[i] + cost < toEndB[i]) RowMinimum.Lower(then.Slice(p, others), toEndB[(i + 1)..], toEndA[i] + cost);
            else if (toEndB[i] + cost < toEndA[i]) RowMinimum.Lower(then.Slice(p, others), toEndA[(i + 1)..], toEndB[i] + cost);
            p += others;
        }
    }
}
