using System.Runtime.InteropServices;

namespace BidCompetitionSim.Model.Network;

/// <summary>Memory that starts on a cache line: a vector stored across two of them stalls the load that follows it.</summary>
internal static class CacheLines
{
    private const int Bytes = 64;

    /// <summary>Rounds a row length up to whole cache lines.</summary>
    public static int PaddedLength(int length) => (length + Bytes / sizeof(int) - 1) / (Bytes / sizeof(int)) * (Bytes / sizeof(int));

    /// <summary>Zeroed memory for so many ints, which stays where it is.</summary>
    public static Memory<int> Allocate(int length) => Allocate<int>(length, sizeof(int));

    /// <summary>The same for so many doubles.</summary>
    public static Memory<double> AllocateDoubles(int length) => Allocate<double>(length, sizeof(double));

    private static Memory<T> Allocate<T>(int length, int size)
    {
        var array = GC.AllocateArray<T>(length + Bytes / size, pinned: true);
        var beyond = (int)((nint)Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % Bytes);
        return array.AsMemory((Bytes - beyond) % Bytes / size, length);
    }
}
