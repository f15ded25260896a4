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
        int k = 0;
        for (; k + Vector256<int>.Count <= one.Length; k += Vector256<int>.Count)
        {
            var equal = Vector256.Equals(Vector256.Create(one[k..]), Vector256.Create(other[k..]));
            for (uint left = ~equal.ExtractMostSignificantBits() & 0xFF; left != 0; left &= left - 1)
            {
                indices[count++] = k + BitOperations.TrailingZeroCount(left);
            }
        }

        for (; k < one.Length; k++)
        {
            if (one[k] != other[k]) indices[count++] = k;
        }

        return indices.AsSpan(0, count);
    }
}
