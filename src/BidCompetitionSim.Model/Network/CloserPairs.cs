using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BidCompetitionSim.Model.Network;

/// <summary>The pairs of places that one more edge brings closer, and what they cost with it. Scratch of its owner.</summary>
internal sealed class CloserPairs
{
    /// <summary>How far costs of all pairs, and ways to an end, must be readable beyond their ends.</summary>
    public const int Slack = 8;

    private const int WordBits = 64;

    private readonly int places;
    private readonly int[] pairs;
    private readonly int[] costs;
    private readonly int[] closingUp = ClosingUp.Orders; // a field of its own: a static one is checked every time it is read
    private int count;

    public CloserPairs(int places)
    {
        this.places = places;
        pairs = new int[places * (places - 1) / 2 + Slack];
        costs = new int[pairs.Length];
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
        var found = 0;
        for (var first = 0; first < places; first += WordBits)
        {
            var (nearerA, nearerB) = Nearer(cost, ways[(toEndA + first)..], ways[(toEndB + first)..], Math.Min(WordBits, places - first));
            // A place that the edge brings closer to neither end has no use for it, and none comes closer to both.
            for (var left = nearerA | nearerB; left != 0; left &= left - 1)
            {
                var bit = BitOperations.TrailingZeroCount(left);
                var isNearerB = (int)(nearerB >> bit & 1);
                var near = toEndB + (toEndA - toEndB) * isNearerB;
                var far = toEndA + (toEndB - toEndA) * isNearerB;
                found = FindFrom(first + bit, cost + ways[near + first + bit], ways[far..], now, found);
            }
        }
        count = found;
    }

    /// <summary>Lowers the costs of all pairs to those with the edge.</summary>
    public void Lower(Span<int> all)
    {
        for (var k = 0; k < count; k++) all[pairs[k]] = costs[k];
    }

    // By bit, of up to 64 places: those from which the way over the edge leads sooner to one end, and to the other.
    private static (ulong A, ulong B) Nearer(int cost, ReadOnlySpan<int> toEndA, ReadOnlySpan<int> toEndB, int length)
    {
        ulong nearerA = 0, nearerB = 0;
        var over = Vector256.Create(cost);
        for (var k = 0; k < length; k += Vector256<int>.Count)
        {
            var (a, b) = (Vector256.Create(toEndA[k..]), Vector256.Create(toEndB[k..]));
            nearerA |= (ulong)Vector256.LessThan(b + over, a).ExtractMostSignificantBits() << k;
            nearerB |= (ulong)Vector256.LessThan(a + over, b).ExtractMostSignificantBits() << k;
        }
        var own = ulong.MaxValue >> (WordBits - length);
        return (nearerA & own, nearerB & own);
    }

    // The pairs of a place and one after it. Whether a few neighbours come closer cannot be foretold: all are written, closed up, and counted.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindFrom(int place, int detour, ReadOnlySpan<int> onwards, ReadOnlySpan<int> now, int found)
    {
        var pair = place * (2 * places - place - 1) / 2;
        ref var ways = ref MemoryMarshal.GetReference(onwards);
        ref var known = ref MemoryMarshal.GetReference(now);
        ref var foundCosts = ref MemoryMarshal.GetArrayDataReference(costs);
        ref var foundPairs = ref MemoryMarshal.GetArrayDataReference(pairs);
        ref var orders = ref MemoryMarshal.GetArrayDataReference(closingUp);
        var (toPlace, lanes) = (Vector256.Create(detour), Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7));
        for (var other = place + 1; other < places; other += Vector256<int>.Count, pair += Vector256<int>.Count)
        {
            var over = toPlace + Vector256.LoadUnsafe(ref ways, (nuint)other);
            var closer = Vector256.LessThan(over, Vector256.LoadUnsafe(ref known, (nuint)pair)).ExtractMostSignificantBits();
            var beyond = other + Vector256<int>.Count - places;
            closer &= 0xFFu >> (beyond & ~(beyond >> 31));
            var order = Vector256.LoadUnsafe(ref orders, closer * (nuint)Vector256<int>.Count);
            Vector256.ShuffleNative(over, order).StoreUnsafe(ref foundCosts, (nuint)found);
            (Vector256.ShuffleNative(lanes, order) + Vector256.Create(pair)).StoreUnsafe(ref foundPairs, (nuint)found);
            found += BitOperations.PopCount(closer);
        }
        return found;
    }
}
