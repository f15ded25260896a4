using System.Runtime.CompilerServices;
using System.Text;

namespace BidCompetitionSim.Reports.Html;

/// <summary>
/// A piece of HTML. Made from interpolated text, of which what is written out is markup and what is filled in is text and is escaped, so that
/// nothing that came from a file or a command line can become markup.
/// </summary>
internal readonly struct Markup
{
    private readonly string? text;

    private Markup(string text) => this.text = text;

    /// <summary>Nothing.</summary>
    public static Markup None => default;

    /// <summary>Markup with text filled in.</summary>
    public static Markup Of(Filled filled) => new(filled.ToText());

    /// <summary>Pieces one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(static piece => piece.ToString())));

    /// <summary>Text that is known to be safe where it will stand: only for what this program itself made.</summary>
    public static Markup Trusted(string markup) => new(markup);

    /// <summary>Text as text, also between double quotes in a tag.</summary>
    public static string Escape(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var escaped = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"), '<' => escaped.Append("&lt;"), '>' => escaped.Append("&gt;"), '"' => escaped.Append("&quot;"), '\'' => escaped.Append("&#39;"),
                '\n' or '\t' => escaped.Append(' '),
                _ when IsTreacherous(rune) => escaped.Append($"[U+{rune.Value:X4}]"),
                _ => escaped.Append(rune.ToString()),
            };
        return escaped.ToString();
    }

    /// <inheritdoc />
    public override string ToString() => text ?? "";

    // Signs that are not seen but turn the text around them, or end it.
    private static bool IsTreacherous(Rune rune) => Rune.IsControl(rune) || rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>Takes the parts of interpolated text.</summary>
    [InterpolatedStringHandler]
    public readonly struct Filled(int literalLength, int formattedCount)
    {
        private readonly StringBuilder parts = new(literalLength + formattedCount * 16);

        public void AppendLiteral(string markup) => parts.Append(markup);

        public void AppendFormatted(string? value) => parts.Append(Escape(value));

        public void AppendFormatted(char value) => parts.Append(Escape(value.ToString()));

        public void AppendFormatted(long value) => parts.Append(value);

        public void AppendFormatted(ulong value) => parts.Append(value);

        public void AppendFormatted(Markup value) => parts.Append(value.ToString());

        public void AppendFormatted(IEnumerable<Markup> values)
        {
            foreach (var value in values) parts.Append(value.ToString());
        }

        internal string ToText() => parts.ToString();
    }
}
