using System.Numerics;
using System.Runtime.Intrinsics;

namespace BidCompetitionSim.Model.Network;

/// <summary>Where two networks' costs differ: from one to the next most pairs keep theirs.</summary>
internal static class Differences
{
    /// <summary>A cost that no pair has.</summary>
    public const int NoCost = -1;

    /// <summary>Finds the indices at which two spans of one length differ.</summary>
    /// <param name="one">One of them.</param>
    /// <param name="other">The other.</param>
    /// <param name="indices">Receives the indices, ascending; at least as long as they.</param>
    /// <returns>Those found.</returns>
    public static ReadOnlySpan<int> Find(ReadOnlySpan<int> one, ReadOnlySpan<int> other, int[] indices)
    {
        int count = 0;
        for (int from = 0; from < one.Length; from += 64)
        {
            int length = Math.Min(64, one.Length - from);
            // Gathered first: whether a few neighbours differ cannot be foretold, and to guess wrong is dear.
            for (ulong left = Differing(one.Slice(from, length), other.Slice(from, length)); left != 0; left &= left - 1)
            {
                indices[count++] = from + BitOperations.TrailingZeroCount(left);
            }
        }

        return indices.AsSpan(0, count);
    }

    // Of up to 64 costs, by bit.
    private static ulong Differing(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        ulong differing = 0;
        int k = 0;
        for (; k + Vector512<int>.Count <= one.Length; k += Vector512<int>.Count)
        {
            var equal = Vector512.Equals(Vector512.Create(one[k..]), Vector512.Create(other[k..]));
            differing |= (~equal.ExtractMostSignificantBits() & 0xFFFF) << k;
        }

        for (; k < one.Length; k++)
        {
            differing |= (one[k] != other[k] ? 1UL : 0) << k;
        }

        return differing;
    }
}
