using System.Numerics;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// A 64-bit fold of values in the order added, for rows too many to hash: cheap, allocates nothing, not secure.
/// −0 counts as 0 and every NaN (a missing value) as one. Start from <c>default</c>.
/// </summary>
public struct Fingerprint
{
    private const ulong MissingBits = 0x7FF8_0000_0000_0000;
    private ulong _state;
    private ulong _count;

    /// <summary>The fingerprint of everything added so far, and of how many values that were.</summary>
    public readonly ulong Value => Mix(_state ^ Mix(_count));

    /// <summary>Folds in 64 bits.</summary>
    public void Add(ulong value)
    {
        // Both steps are bijections, of the value and of the state: no single change can be lost.
        _state = unchecked(BitOperations.RotateLeft(_state ^ Mix(value), 29) * 0x9FB21C651E98DF25 + 0xD6E8FEB86659FD93);
        _count++;
    }

    /// <summary>Folds in an int.</summary>
    public void Add(int value) => Add(unchecked((ulong)value));

    /// <summary>Folds in a double.</summary>
    public void Add(double value) =>
        Add(double.IsNaN(value) ? MissingBits : BitConverter.DoubleToUInt64Bits(value + 0.0));

    // SplitMix64 (Steele, Lea and Flood 2014).
    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
