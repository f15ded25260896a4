using System.Text.RegularExpressions;

namespace BidCompetitionSim.Reports.Odd;

/// <summary>
/// The sections of docs/model.md as this program was built with, by heading. What is only planned is left out, and so are links to pages
/// that the reader of a paper does not have.
/// </summary>
internal static partial class ModelText
{
    private static readonly Dictionary<string, string> Sections = Read();

    /// <summary>The text under a heading that begins so, such as "§4.5"; its own heading left out.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static string Of(string heading) => Sections[heading];

    private static Dictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(ModelText).Assembly.GetManifestResourceStream("model.md")!);
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in Heading().Split(reader.ReadToEnd().ReplaceLineEndings("\n"))[1..])
        {
            var end = section.IndexOf('\n', StringComparison.Ordinal);
            var title = section[..end].Trim();
            sections.Add(title[0] == '§' ? title.Split(' ')[0] : title, Told(section[end..]));
        }
        return sections;
    }

    private static string Told(string text) => Link().Replace(Planned().Replace(text, ""), "$1").Trim();

    [GeneratedRegex(@"^##+ ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    // From the mark to the end of its paragraph.
    [GeneratedRegex(@"\s*\*Planned.*?(?=\n\n|\z)", RegexOptions.Singleline)]
    private static partial Regex Planned();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
