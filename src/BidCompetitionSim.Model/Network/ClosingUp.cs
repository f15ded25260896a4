using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BidCompetitionSim.Model.Network;

/// <summary>
/// Closes up those lanes of a vector that are wanted: whether a few neighbours are cannot be foretold, so all are written, the wanted ones first,
/// and those are counted.
/// </summary>
internal static class ClosingUp
{
    /// <summary>Lanes of a vector.</summary>
    public const int Lanes = 8;

    private const int BitsPerLane = 4;

    // By the mask of the lanes wanted: these, in order, before the others, four bits each; so few bytes that they are hardly ever far away.
    private static readonly uint[] orders = Find();

    /// <summary>The lanes wanted, in order, before whatever else.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="wanted">All bits of those wanted, none of the others.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Close(Vector256<int> lanes, Vector256<int> wanted) =>
        Avx512F.VL.IsSupported
            ? Avx512F.VL.Compress(Vector256<int>.Zero, wanted, lanes)
            : Vector256.ShuffleNative(lanes, OrderOf(wanted.ExtractMostSignificantBits()));

    // A processor shifts all lanes by as much, but multiplies each by what its own place asks for.
    private static Vector256<int> OrderOf(uint mask) =>
        Vector256.ShiftRightLogical(
            Vector256.Create(orders[mask]) * Vector256.Create(1u << 28, 1 << 24, 1 << 20, 1 << 16, 1 << 12, 1 << 8, 1 << 4, 1),
            (Lanes - 1) * BitsPerLane).AsInt32();

    private static uint[] Find()
    {
        var all = new uint[1 << Lanes];
        for (var mask = 0; mask < all.Length; mask++)
        {
            var count = 0;
            for (var lane = 0; lane < Lanes; lane++)
                if ((mask >> lane & 1) != 0) all[mask] |= (uint)lane << (BitsPerLane * count++);
        }
        return all;
    }
}
