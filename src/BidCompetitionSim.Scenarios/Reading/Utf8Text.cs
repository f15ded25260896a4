using System.Text;
using System.Text.Unicode;

namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>The text of a file: UTF-8, no control characters but tab and line ends.</summary>
internal static class Utf8Text
{
    /// <summary>The text; null with a problem at the first byte that does not belong.</summary>
    public static string? Decode(string file, ReadOnlySpan<byte> bytes, Problems problems)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (bytes.Length > Limits.FileBytes)
            return Refused(Position.Of(file), $"more than {Limits.FileBytes:N0} bytes", "a smaller file", problems);
        if (!Utf8.IsValid(bytes)) return Refused(At(file, bytes, FirstInvalid(bytes)), "bytes that are not UTF-8", "UTF-8", problems);
        var text = Encoding.UTF8.GetString(bytes);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsControl(text[i]) || text[i] is '\t' or '\n' or '\r' or '\u0085') continue;
            var before = Encoding.UTF8.GetByteCount(text.AsSpan(0, i));
            return Refused(At(file, bytes, before), $"the control character \\u{(int)text[i]:x4}", "text without it", problems);
        }
        return text;
    }

    private static string? Refused(Position at, string found, string expected, Problems problems)
    {
        problems.Add(at, "", found, expected);
        return null;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var i = 0;
        while (i < bytes.Length && Rune.DecodeFromUtf8(bytes[i..], out _, out var length) == System.Buffers.OperationStatus.Done) i += length;
        return i;
    }

    private static Position At(string file, ReadOnlySpan<byte> bytes, int offset)
    {
        var before = bytes[..offset];
        return new Position(file, before.Count((byte)'\n') + 1, offset - before.LastIndexOf((byte)'\n'));
    }
}
