using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>Four 32-bit words: a counter going into <see cref="Philox"/>, or random bits coming out.</summary>
public readonly record struct PhiloxBlock(uint Word0, uint Word1, uint Word2, uint Word3);

/// <summary>
/// Philox4x32-10, a counter-based generator: a keyed bijection of 128-bit blocks whose output for any counter can be had
/// without the ones before it (Salmon, Moraes, Dror and Shaw 2011).
/// </summary>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The block at <paramref name="counter"/> under <paramref name="key"/>, whose low 32 bits are the first key word.</summary>
    public static PhiloxBlock At(PhiloxBlock counter, ulong key)
    {
        var (w0, w1, w2, w3) = counter;
        var k0 = (uint)key;
        var k1 = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * w0;
            var product1 = (ulong)Multiplier1 * w2;
            (w0, w1, w2, w3) = (
                (uint)(product1 >> 32) ^ w1 ^ k0,
                (uint)product1,
                (uint)(product0 >> 32) ^ w3 ^ k1,
                (uint)product0);
            k0 = unchecked(k0 + Weyl0);
            k1 = unchecked(k1 + Weyl1);
        }

        return new(w0, w1, w2, w3);
    }

    /// <summary>The first two words, the first one high, of the blocks at several counters, in vectors.</summary>
    /// <param name="word0">First word of all counters.</param>
    /// <param name="word1">Their second word.</param>
    /// <param name="high">The other two, the third one low.</param>
    /// <param name="key">The key.</param>
    internal static Vector<ulong> FirstWordsAt(uint word0, uint word1, Vector<ulong> high, ulong key)
    {
        // Upper halves are carried along unseen: a product looks at the lower ones alone.
        var (w0, w1) = (new Vector<ulong>(word0), new Vector<ulong>(word1));
        var (w2, w3) = (high, Vector.ShiftRightLogical(high, 32));
        var k0 = (uint)key;
        var k1 = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = ProductOfLower(w0, Multiplier0);
            var product1 = ProductOfLower(w2, Multiplier1);
            (w0, w1, w2, w3) = (
                Vector.ShiftRightLogical(product1, 32) ^ w1 ^ new Vector<ulong>(k0),
                product1,
                Vector.ShiftRightLogical(product0, 32) ^ w3 ^ new Vector<ulong>(k1),
                product0);
            k0 = unchecked(k0 + Weyl0);
            k1 = unchecked(k1 + Weyl1);
        }
        return Vector.ShiftLeft(w0, 32) | w1 & new Vector<ulong>(uint.MaxValue);
    }

    // One instruction where there is one: products of whole lanes take three, or ten.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> ProductOfLower(Vector<ulong> words, uint factor) => Avx2.IsSupported && Vector<ulong>.Count == Vector256<ulong>.Count
        ? Avx2.Multiply(words.AsVector256().AsUInt32(), Vector256.Create((ulong)factor).AsUInt32()).AsVector()
        : (words & new Vector<ulong>(uint.MaxValue)) * factor;
}
