using System.Numerics;
using System.Runtime.InteropServices;
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
        ArgumentOutOfRangeException.ThrowIfLessThan(indices.Length, one.Length);
        ref var first = ref MemoryMarshal.GetReference(one);
        ref var second = ref MemoryMarshal.GetReference(other[..one.Length]);
        ref var found = ref MemoryMarshal.GetArrayDataReference(indices);
        int count = 0;
        int k = 0;
        var numbers = Vector256<int>.Indices;
        // No more are found than were looked at, so the lanes that are not wanted are written within bounds as well.
        for (; k + ClosingUp.Lanes <= one.Length; k += ClosingUp.Lanes)
        {
            var differing = ~Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)k), Vector256.LoadUnsafe(ref second, (nuint)k));
            ClosingUp.Close(numbers, differing).StoreUnsafe(ref found, (nuint)count);
            count += BitOperations.PopCount(differing.ExtractMostSignificantBits());
            numbers += Vector256.Create(ClosingUp.Lanes);
        }

        for (; k < one.Length; k++)
        {
            if (one[k] != other[k]) indices[count++] = k;
        }

        return indices.AsSpan(0, count);
    }
}
