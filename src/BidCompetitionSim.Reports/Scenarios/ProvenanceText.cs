using BidCompetitionSim.Reports.Text;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Reports.Scenarios;

/// <summary>Lists the numbers of a scenario for people, the least certain first.</summary>
public static class ProvenanceText
{
    /// <summary>Writes the report.</summary>
    public static void Write(ProvenanceReport report, Page page)
    {
        var calendar = new Calendar(report.StartDate);
        var counts = report.Counts;
        page.Paragraph($"{report.Scenario}: {report.Parameters.Count} numbers, of which {counts.Assumed} are assumed, {counts.Derived} derived by a rule and {counts.Sourced} sourced.");
        if (report.Influence is { } influence) InfluenceText.Write(influence, page);
        Group("Assumed", report.Parameters.Where(p => p.Assumed is not null), p => p.Assumed!, calendar, page);
        Group("Derived", report.Parameters.Where(p => p.Derivation is not null), p => p.From is null ? $"rule {p.Derivation}" : $"rule {p.Derivation}, from {p.From}", calendar, page);
        Group("Sourced", report.Parameters.Where(p => p.Sources.Count > 0), p => SourcesOf(p), calendar, page);
        page.Heading("Sources");
        foreach (var (key, citation) in report.Sources.OrderBy(source => source.Key, StringComparer.Ordinal)) page.Paragraph($"{key}: {citation}", 0, 2);
    }

    private static void Group(string title, IEnumerable<Parameter> parameters, Func<Parameter, string> why, Calendar calendar, Page page)
    {
        page.Heading(title);
        foreach (var parameter in parameters)
        {
            var value = $"= {ValueOf(parameter, calendar)}{RangeOf(parameter, calendar)}";
            if (Cells.Of(parameter.Name) + 1 + value.Length <= page.Width) page.Write(parameter.Name, Ink.Bold).Line($" {value}");
            else page.Line(parameter.Name, Ink.Bold).Paragraph(value, 4);
            page.Paragraph($"{parameter.Meaning} {Sentence(why(parameter))}{(parameter.Note is { } note ? $" {Sentence(note)}" : "")}", 4);
        }
    }

    private static string ValueOf(Parameter parameter, Calendar calendar) => parameter.Value is { } value
        ? IsDate(parameter) ? calendar.Month((int)value) : $"{value:0.######}{Unit(parameter)}"
        : $"place by place{Unit(parameter)}";

    private static string RangeOf(Parameter parameter, Calendar calendar) => parameter.Range is not { } range ? ""
        : IsDate(parameter) ? $"  ({calendar.Month((int)range.Low)} to {calendar.Month((int)range.High)})"
        : $"  ({range.Low:0.######} to {range.High:0.######})";

    private static bool IsDate(Parameter parameter) => parameter.Unit == "date";

    private static string Unit(Parameter parameter) => parameter.Unit is "1" or "date" ? "" : $" {parameter.Unit}";

    private static string SourcesOf(Parameter parameter) =>
        $"source {string.Join(", ", parameter.Sources)}{(parameter.Year is { } year ? $" ({year})" : "")}, confidence {(parameter.Confidence?.ToString() ?? "not stated").ToLowerInvariant()}";

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..].TrimEnd('.')}.";
}
