using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace BidCompetitionSim.Store.Csv;

/// <summary>
/// Writes comma-separated values as pandas' and R's <c>read.csv</c> read them without options: UTF-8 without a mark, one header, LF, quotes where
/// RFC 4180 asks for them, numbers in the shortest form that reads back to the same bits, nothing where a value is missing.
/// </summary>
internal sealed class CsvWriter(Stream stream)
{
    private const int FlushAt = 1 << 16;
    private const int LongestNumber = 32;

    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushAt);
    private bool _begun;

    /// <summary>A text of ours as it is written, for texts that come again and again.</summary>
    public static byte[] Cell(string text) => Encoding.UTF8.GetBytes(text.AsSpan().ContainsAny(NeedsQuotes) ? Quoted(text) : text);

    /// <summary>Writes a text of ours: a name, an id.</summary>
    public CsvWriter Text(ReadOnlySpan<char> text)
    {
        Separate();
        if (text.ContainsAny(NeedsQuotes)) Encoding.UTF8.GetBytes(Quoted(text.ToString()), _buffer);
        else Encoding.UTF8.GetBytes(text, _buffer);
        return this;
    }

    /// <summary>
    /// Writes a text that somebody else may have had a hand in. One that a spreadsheet would take for a formula gets an apostrophe in front
    /// (OWASP, CSV injection).
    /// </summary>
    public CsvWriter Foreign(string? text) => text is null ? Missing() : text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? Text("'" + text) : Text(text);

    public CsvWriter Number(double value)
    {
        if (double.IsNaN(value)) return Missing();
        Separate();
        if (double.IsInfinity(value)) _buffer.Write(value > 0 ? "Inf"u8 : "-Inf"u8);
        else if (value.TryFormat(_buffer.GetSpan(LongestNumber), out var written, default, CultureInfo.InvariantCulture)) _buffer.Advance(written);
        return this;
    }

    public CsvWriter Number(long value)
    {
        Separate();
        if (Utf8Formatter.TryFormat(value, _buffer.GetSpan(LongestNumber), out var written)) _buffer.Advance(written);
        return this;
    }

    public CsvWriter Number(ulong value)
    {
        Separate();
        if (Utf8Formatter.TryFormat(value, _buffer.GetSpan(LongestNumber), out var written)) _buffer.Advance(written);
        return this;
    }

    /// <summary>Writes what <see cref="Cell"/> made.</summary>
    public CsvWriter Raw(ReadOnlySpan<byte> text)
    {
        Separate();
        _buffer.Write(text);
        return this;
    }

    public CsvWriter Missing()
    {
        Separate();
        return this;
    }

    public void EndLine()
    {
        _buffer.Write("\n"u8);
        _begun = false;
        if (_buffer.WrittenCount >= FlushAt) Flush();
    }

    public void Flush()
    {
        stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"")}\"";

    private void Separate()
    {
        if (_begun) _buffer.Write(","u8);
        _begun = true;
    }
}
