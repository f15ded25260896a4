namespace BidCompetitionSim.Model.Tendering;

/// <summary>Two lots of one letting whose alternatives matter to each other, as those that share a junction.</summary>
public readonly record struct LotPair(int First, int Second);

/// <summary>
/// In which order the lots of a letting are eliminated, and over which other lots the tables reach that this leaves behind (bucket elimination,
/// Dechter 1999). The next lot is the one whose elimination joins the fewest lots that were not joined before (min-fill), the lowest index among
/// equals. Immutable; worked out once for a set of lots.
/// </summary>
public sealed class EliminationPlan
{
    /// <summary>Most entries that the tables of a plan may have together.</summary>
    public const int MostEntries = 1_000_000;

    private readonly LotPair[] pairs;

    /// <summary>Plans the elimination.</summary>
    /// <param name="lots">Number of lots, at least 1.</param>
    /// <param name="alternatives">Number of alternatives of every lot, at least 1.</param>
    /// <param name="pairs">Lots that matter to each other, each pair of different lots once.</param>
    /// <exception cref="ArgumentException">A pair is none, or the tables would have more than <see cref="MostEntries"/> entries.</exception>
    public EliminationPlan(int lots, int alternatives, ReadOnlySpan<LotPair> pairs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lots, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(alternatives, 1);
        (Lots, Alternatives, this.pairs) = (lots, alternatives, pairs.ToArray());
        var joined = Joined(lots, pairs);
        Buckets = new Bucket[lots];
        var left = Enumerable.Range(0, lots).ToList();
        long entries = 0;
        for (var step = 0; step < lots; step++)
        {
            var lot = left.MinBy(candidate => Fill(joined, left, candidate));
            left.Remove(lot);
            int[] scope = [.. left.Where(other => joined[lot, other])];
            foreach (var a in scope)
                foreach (var b in scope) joined[a, b] = a != b;
            entries = Math.Min(entries + Entries(scope.Length + 1), long.MaxValue / 2);
            Buckets[step] = new Bucket(lot, scope);
        }
        if (entries > MostEntries)
            throw new ArgumentException(
                $"A joint letting of {lots} lots with {alternatives} alternatives each needs tables of {entries} entries; at most {MostEntries} are allowed. Let fewer lots that meet each other at once.");
        TableEntries = (int)entries;
    }

    /// <summary>Number of lots.</summary>
    public int Lots { get; }

    /// <summary>Alternatives of every lot.</summary>
    public int Alternatives { get; }

    /// <summary>Pairs of lots that matter to each other.</summary>
    public ReadOnlySpan<LotPair> Pairs => pairs;

    /// <summary>Entries looked at in one elimination.</summary>
    public int TableEntries { get; }

    /// <summary>The lots in the order of their elimination.</summary>
    internal Bucket[] Buckets { get; }

    private static bool[,] Joined(int lots, ReadOnlySpan<LotPair> pairs)
    {
        var joined = new bool[lots, lots];
        foreach (var (a, b) in pairs)
        {
            if (a == b || a < 0 || b < 0 || a >= lots || b >= lots || joined[a, b]) throw new ArgumentException($"{a} and {b} are no pair of {lots} lots, or are one twice.");
            (joined[a, b], joined[b, a]) = (true, true);
        }
        return joined;
    }

    private static int Fill(bool[,] joined, List<int> left, int lot)
    {
        var fill = 0;
        for (var i = 0; i < left.Count; i++)
            for (var j = i + 1; j < left.Count; j++)
                if (left[i] != lot && left[j] != lot && joined[lot, left[i]] && joined[lot, left[j]] && !joined[left[i], left[j]]) fill++;
        return fill;
    }

    private long Entries(int lotsTogether)
    {
        long entries = 1;
        for (var k = 0; k < lotsTogether && entries <= MostEntries; k++) entries *= Alternatives;
        return entries;
    }
}

/// <summary>One step of an elimination.</summary>
/// <param name="Lot">The lot eliminated.</param>
/// <param name="Scope">Lots, eliminated later, that its best alternative depends on.</param>
internal sealed record Bucket(int Lot, int[] Scope);
