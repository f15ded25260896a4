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
        int p = 0;
        for (int i = 0; i + 1 < toEndA.Length; i++)
        {
            int others = toEndA.Length - 1 - i;
            var via = new Detours { DetourA = toEndA[i] + cost, DetourB = toEndB[i] + cost, ToA = toEndA[(i + 1)..], ToB = toEndB[(i + 1)..] };
            RowMinimum.LowerByEither(then.Slice(p, others), now.Slice(p, others), via);
            p += others;
        }
    }
}
