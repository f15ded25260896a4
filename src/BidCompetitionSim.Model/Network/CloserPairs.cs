using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BidCompetitionSim.Model.Network;

/// <summary>The pairs of places that one more edge brings closer, and what they cost with it. Scratch of its owner.</summary>
internal sealed class CloserPairs
{
    /// <summary>How far costs of all pairs, and ways to an end, must be readable beyond their ends.</summary>
    public const int Slack = 16;

    private const int WordBits = 64;
    private const int MostInRegisters = 32; // two full vectors of places

    // By number of places, shared by all who have as many: of each pair the first place, and above it the second; whole vectors.
    private static readonly int[]?[] endsOf = new int[MostInRegisters + 1][];

    private readonly int places;
    private readonly int[] ends;
    private readonly int[] pairs;
    private readonly int[] costs;
    private int count;

    public CloserPairs(int places)
    {
        this.places = places;
        pairs = new int[places * (places - 1) / 2 + Slack];
        costs = new int[pairs.Length];
        ends = places <= MostInRegisters ? endsOf[places] ??= EndsOf(places) : [];
    }

    /// <summary>Their indices in a <see cref="PairSet"/>, ascending.</summary>
    public ReadOnlySpan<int> Pairs => pairs.AsSpan(0, count);

    /// <summary>Their costs with the edge.</summary>
    public ReadOnlySpan<int> Costs => costs.AsSpan(0, count);

    /// <summary>Finds them: those for which the way over the edge, in one direction or the other, is cheaper than the way as it is.</summary>
    /// <param name="cost">The edge's cost.</param>
    /// <param name="ways">Ways to ends, from the places first.</param>
    /// <param name="toEndA">Where in them those to one end begin.</param>
    /// <param name="toEndB">Where those to the other begin.</param>
    /// <param name="now">Costs of all pairs without the edge.</param>
    public void Find(int cost, ReadOnlySpan<int> ways, int toEndA, int toEndB, ReadOnlySpan<int> now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ways.Length, Math.Max(toEndA, toEndB) + places + Slack - 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(now.Length, pairs.Length - 1);
        ref var toA = ref Unsafe.Add(ref MemoryMarshal.GetReference(ways), toEndA);
        count = 0;
        if (Avx512F.IsSupported && places <= MostInRegisters)
        {
            FindInRegisters(cost, ref toA, ref Unsafe.Add(ref toA, toEndB - toEndA), ref MemoryMarshal.GetReference(now));
            return;
        }
        for (var first = 0; first < places; first += WordBits)
        {
            var (nearerA, nearerB) = Nearer(cost, ref Unsafe.Add(ref toA, first), toEndB - toEndA, Math.Min(WordBits, places - first));
            FindFrom(first, (nearerA, nearerB), cost, ref toA, toEndB - toEndA, ref MemoryMarshal.GetReference(now));
        }
    }

    /// <summary>Finds, instead, the pairs that cost something else than before, whichever way, and what they cost now.</summary>
    public void FindChanged(ReadOnlySpan<int> before, ReadOnlySpan<int> now)
    {
        count = Differences.Find(now[..(pairs.Length - Slack)], before, pairs).Length;
        for (var k = 0; k < count; k++) costs[k] = now[pairs[k]];
    }

    /// <summary>Lowers the costs of all pairs to those with the edge.</summary>
    public void Lower(Span<int> all)
    {
        for (var k = 0; k < count; k++) all[pairs[k]] = costs[k];
    }

    // Registers hold the ways from a few places, so sixteen pairs at a time pick from them what their own places ask for.
    private void FindInRegisters(int cost, ref int toA, ref int toB, ref int known)
    {
        var (found, edge) = (0, Vector512.Create(cost));
        var (a, furtherA) = (Vector512.LoadUnsafe(ref toA), FurtherWays(ref toA));
        var (b, furtherB) = (Vector512.LoadUnsafe(ref toB), FurtherWays(ref toB));
        var numbers = Vector512<int>.Indices;
        ref var foundCosts = ref MemoryMarshal.GetArrayDataReference(costs);
        ref var foundPairs = ref MemoryMarshal.GetArrayDataReference(pairs);
        ref var own = ref MemoryMarshal.GetArrayDataReference(ends);
        for (var pair = 0; pair < ends.Length; pair += Vector512<int>.Count)
        {
            var first = Vector512.LoadUnsafe(ref own, (nuint)pair);
            var second = first >>> 16;
            var over = edge + Vector512.Min(
                Avx512F.PermuteVar16x32x2(a, first, furtherA) + Avx512F.PermuteVar16x32x2(b, second, furtherB),
                Avx512F.PermuteVar16x32x2(b, first, furtherB) + Avx512F.PermuteVar16x32x2(a, second, furtherA));
            var closer = Vector512.LessThan(over, Vector512.LoadUnsafe(ref known, (nuint)pair));
            Avx512F.Compress(Vector512<int>.Zero, closer, over).StoreUnsafe(ref foundCosts, (nuint)found);
            Avx512F.Compress(Vector512<int>.Zero, closer, numbers).StoreUnsafe(ref foundPairs, (nuint)found);
            found += BitOperations.PopCount(closer.ExtractMostSignificantBits());
            numbers += Vector512.Create(Vector512<int>.Count);
        }
        while (found > 0 && pairs[found - 1] >= pairs.Length - Slack) found--;
        count = found;
    }

    private Vector512<int> FurtherWays(ref int to) =>
        places > Vector512<int>.Count ? Vector512.LoadUnsafe(ref to, (nuint)Vector512<int>.Count) : default;

    // By bit, of up to 64 places: those from which the way over the edge leads sooner to one end, and to the other.
    private static (ulong A, ulong B) Nearer(int cost, ref int toA, int fromAToB, int length)
    {
        ulong nearerA = 0, nearerB = 0;
        ref var toB = ref Unsafe.Add(ref toA, fromAToB);
        var over = Vector256.Create(cost);
        for (var k = 0; k < length; k += Vector256<int>.Count)
        {
            var (a, b) = (Vector256.LoadUnsafe(ref toA, (nuint)k), Vector256.LoadUnsafe(ref toB, (nuint)k));
            nearerA |= (ulong)Vector256.LessThan(b + over, a).ExtractMostSignificantBits() << k;
            nearerB |= (ulong)Vector256.LessThan(a + over, b).ExtractMostSignificantBits() << k;
        }
        var own = ulong.MaxValue >> (WordBits - length);
        return (nearerA & own, nearerB & own);
    }

    // A place that the edge brings closer to neither end has no use for it, and none comes closer to both. Of the others all pairs with a place after
    // them are looked at: whether a few neighbours come closer cannot be foretold, so all are written, closed up, and counted.
    private void FindFrom(int first, (ulong A, ulong B) nearer, int cost, ref int toA, int fromAToB, ref int known)
    {
        var (places, found) = (this.places, count);
        ref var foundCosts = ref MemoryMarshal.GetArrayDataReference(costs);
        ref var foundPairs = ref MemoryMarshal.GetArrayDataReference(pairs);
        for (var left = nearer.A | nearer.B; left != 0; left &= left - 1)
        {
            var bit = BitOperations.TrailingZeroCount(left);
            var (place, other) = (first + bit, first + bit + 1);
            var far = fromAToB & -(int)(nearer.B >> bit & 1);
            ref var onwards = ref Unsafe.Add(ref toA, far);
            var toPlace = Vector256.Create(cost + Unsafe.Add(ref toA, fromAToB - far + place));
            var pair = place * (2 * places - place - 1) / 2;
            var (others, numbers) = (Vector256<int>.Indices + Vector256.Create(other), Vector256<int>.Indices + Vector256.Create(pair));
            for (; other < places; other += Vector256<int>.Count, pair += Vector256<int>.Count)
            {
                var over = toPlace + Vector256.LoadUnsafe(ref onwards, (nuint)other);
                var closer = Vector256.LessThan(over, Vector256.LoadUnsafe(ref known, (nuint)pair)) & Vector256.LessThan(others, Vector256.Create(places));
                ClosingUp.Close(over, closer).StoreUnsafe(ref foundCosts, (nuint)found);
                ClosingUp.Close(numbers, closer).StoreUnsafe(ref foundPairs, (nuint)found);
                found += BitOperations.PopCount(closer.ExtractMostSignificantBits());
                others += Vector256.Create(Vector256<int>.Count);
                numbers += Vector256.Create(Vector256<int>.Count);
            }
        }
        count = found;
    }

    private static int[] EndsOf(int places)
    {
        var ends = new int[CacheLines.PaddedLength(places * (places - 1) / 2)];
        for (var (first, pair) = (0, 0); first < places; first++)
            for (var second = first + 1; second < places; second++) ends[pair++] = first | second << 16;
        return ends;
    }
}
