using System.Numerics;
using System.Runtime.InteropServices;

namespace BidCompetitionSim.Model.Network;

/// <summary>The inner loop of the all-pairs update: row ← min(row, detour + other), element by element.</summary>
/// <remarks>Integers and an elementwise minimum only, so every vector width gives the same bits.</remarks>
internal static class RowMinimum
{
    /// <summary>Rounds a row length up so that rows hold whole vectors and need no tail loop.</summary>
    public static int PaddedLength(int length) => (length + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count;

    /// <summary>Lowers a padded row; both spans have the same <see cref="PaddedLength"/>.</summary>
    public static void Lower(Span<int> row, ReadOnlySpan<int> other, int detour)
    {
        Span<Vector<int>> target = MemoryMarshal.Cast<int, Vector<int>>(row);
        ReadOnlySpan<Vector<int>> source = MemoryMarshal.Cast<int, Vector<int>>(other)[..target.Length];
        var added = new Vector<int>(detour);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Vector.Min(target[i], source[i] + added);
        }
    }

    /// <summary>The same, one element at a time: what <see cref="Lower"/> is tested against.</summary>
    public static void LowerOneByOne(Span<int> row, ReadOnlySpan<int> other, int detour)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = Math.Min(row[i], other[i] + detour);
        }
    }
}
