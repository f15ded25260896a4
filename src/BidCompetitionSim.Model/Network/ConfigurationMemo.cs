using System.Runtime.InteropServices;

namespace BidCompetitionSim.Model.Network;

/// <summary>
/// Where to keep what was found for a configuration: the standard of every segment of a system, or why it has none; or whatever else a few bytes
/// tell. Runs of one scenario begin alike, so what one found another need not find again. Exact, as whole configurations are compared; bounded, as a newcomer takes the slot of
/// whoever was there.
/// </summary>
internal sealed class ConfigurationMemo
{
    /// <summary>Usual number of slots; what is kept in them is the owner's.</summary>
    public const int UsualSlots = 1 << 12;

    private const ulong Prime = 0x9E37_79B9_7F4A_7C15; // 2⁶⁴ over the golden ratio (Knuth 1973)

    private readonly int words;
    private readonly ulong[] sought;
    private readonly ulong[] kept;
    private readonly int slots;

    /// <summary>An empty memo.</summary>
    /// <param name="length">Bytes of a configuration: of a system, its segments.</param>
    /// <param name="slots">Number of slots, a power of two.</param>
    public ConfigurationMemo(int length, int slots = UsualSlots)
    {
        this.slots = slots;
        // The last byte is never a configuration's: an empty slot has another there.
        words = length / sizeof(ulong) + 1;
        sought = new ulong[words];
        kept = new ulong[slots * words];
        Clear();
    }

    /// <summary>The configuration: by segment its standard, or a negative number for each reason to have none. To be filled before it is looked for.</summary>
    public Span<sbyte> Sought => MemoryMarshal.Cast<ulong, sbyte>(sought.AsSpan());

    /// <summary>Forgets everything.</summary>
    public void Clear() => Array.Fill(kept, ulong.MaxValue);

    /// <summary>The slot of the configuration sought.</summary>
    /// <param name="isKnown">Whether the slot was its own already; if not, it is from now on.</param>
    public int Find(out bool isKnown)
    {
        var hash = 0UL;
        foreach (var word in sought) hash = unchecked((ulong.RotateLeft(hash, 23) ^ word) * Prime);
        var slot = (int)(hash >> 32) & (slots - 1);
        var own = kept.AsSpan(slot * words, words);
        var differing = 0UL;
        for (var k = 0; k < own.Length; k++) differing |= own[k] ^ sought[k];
        isKnown = differing == 0;
        if (isKnown) return slot;
        for (var k = 0; k < own.Length; k++) own[k] = sought[k];
        return slot;
    }
}
