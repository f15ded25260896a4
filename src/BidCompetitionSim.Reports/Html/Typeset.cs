using System.Text.RegularExpressions;

namespace BidCompetitionSim.Reports.Html;

/// <summary>Figures as they are set in print.</summary>
internal static partial class Typeset
{
    /// <summary>Gives numbers their minus sign, and binds them to their units.</summary>
    public static string Of(string text) => BeforePercent().Replace(Minus().Replace(text, "\u2212"), "\u202F%");

    /// <summary>A cell of a table: a lone dash says that there is nothing, and neither an interval nor a mean is broken.</summary>
    public static string Cell(string text) => text == "-" ? "\u2013" : Of(text).Replace(", ", ",\u00A0", StringComparison.Ordinal).Replace(" ± ", "\u00A0±\u00A0", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=^|[\s(\[])-(?=\d)")]
    private static partial Regex Minus();

    [GeneratedRegex(@"(?<=\d) %")]
    private static partial Regex BeforePercent();
}
