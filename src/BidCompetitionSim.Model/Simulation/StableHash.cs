using System.Globalization;
using System.Text;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// A 64-bit hash of ids joined by '/', the same on every machine and for ever: the address of a draw. FNV-1a over the
/// UTF-8 bytes (Fowler, Noll and Vo), then the finalizer of MurmurHash3 (Appleby), which spreads every bit.
/// </summary>
/// <remarks>
/// <c>Of("a", "b")</c> equals <c>Of("a/b")</c>, so ids hold no '/'. Two ids with one hash are a scenario error:
/// whoever compiles the ids checks. Allocates nothing.
/// </remarks>
public static class StableHash
{
    private const ulong Offset = 0xCBF29CE484222325;
    private const ulong Prime = 0x00000100000001B3;

    /// <summary>Hash of one id.</summary>
    public static ulong Of(string id) => Finish(Fold(Offset, id));

    /// <summary>Hash of two ids joined by '/'.</summary>
    public static ulong Of(string first, string second) => Finish(Join(Fold(Offset, first), second));

    /// <summary>Hash of three ids joined by '/'.</summary>
    public static ulong Of(string first, string second, string third) =>
        Finish(Join(Join(Fold(Offset, first), second), third));

    /// <summary>Hash of an id and a number in decimal digits, joined by '/': a year, a round, an attempt.</summary>
    public static ulong Of(string id, int number) => Finish(Join(Fold(Offset, id), number));

    /// <summary>Hash of two ids and a number, joined by '/'.</summary>
    public static ulong Of(string first, string second, int number) =>
        Finish(Join(Join(Fold(Offset, first), second), number));

    /// <summary>Hash of three ids and a number, joined by '/'.</summary>
    public static ulong Of(string first, string second, string third, int number) =>
        Finish(Join(Join(Join(Fold(Offset, first), second), third), number));

    private static ulong Join(ulong hash, string id) => Fold(Fold(hash, (byte)'/'), id);

    private static ulong Join(ulong hash, int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        return Fold(Fold(hash, (byte)'/'), digits[..length]);
    }

    private static ulong Fold(ulong hash, ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            foreach (var part in utf8[..length])
            {
                hash = Fold(hash, part);
            }
        }

        return hash;
    }

    private static ulong Fold(ulong hash, byte part) => unchecked((hash ^ part) * Prime);

    private static ulong Finish(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
            hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
            return hash ^ (hash >> 33);
        }
    }
}
