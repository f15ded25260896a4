using System.Numerics;
using System.Runtime.InteropServices;

namespace BidCompetitionSim.Model.Network;

/// <summary>The inner loops of the all-pairs update: row ← min(row, detour + other), element by element.</summary>
/// <remarks>Integers and an elementwise minimum only, so every vector width gives the same bits.</remarks>
internal static class RowMinimum
{
    /// <summary>Rounds a row length up so that rows hold whole vectors and need no tail loop.</summary>
    public static int PaddedLength(int length) => (length + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count;

    /// <summary>Lowers part of a padded row: whole vectors that cover the columns from first to last.</summary>
    /// <param name="row">The row to lower, of padded length.</param>
    /// <param name="other">The row it may pass through, of padded length.</param>
    /// <param name="detour">Cost of getting to the other row.</param>
    /// <param name="first">First column that can improve.</param>
    /// <param name="last">Last column that can improve.</param>
    public static void Lower(Span<int> row, ReadOnlySpan<int> other, int detour, int first, int last)
    {
        int from = first / Vector<int>.Count;
        int count = last / Vector<int>.Count + 1 - from;
        Span<Vector<int>> target = MemoryMarshal.Cast<int, Vector<int>>(row).Slice(from, count);
        ReadOnlySpan<Vector<int>> source = MemoryMarshal.Cast<int, Vector<int>>(other).Slice(from, count);
        var added = new Vector<int>(detour);
        for (int i = 0; i < target.Length && i < source.Length; i++)
        {
            target[i] = Vector.Min(target[i], source[i] + added);
        }
    }

    /// <summary>row ← min(row, detour + other), over spans of any one length.</summary>
    public static void Lower(Span<int> row, ReadOnlySpan<int> other, int detour)
    {
        if (row.Length < Vector<int>.Count)
        {
            for (int k = 0; k < row.Length; k++) row[k] = Math.Min(row[k], detour + other[k]);
            return;
        }

        var added = new Vector<int>(detour);
        // The last vector overlaps the one before it where lengths do not fit: to lower an entry twice is to lower it once.
        for (int i = 0; ; i = Math.Min(i + Vector<int>.Count, row.Length - Vector<int>.Count))
        {
            Vector.Min(new Vector<int>(row[i..]), added + new Vector<int>(other[i..])).CopyTo(row[i..]);
            if (i == row.Length - Vector<int>.Count) return;
        }
    }
}
