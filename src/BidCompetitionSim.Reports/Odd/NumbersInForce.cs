using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Scenarios.Describing;

namespace BidCompetitionSim.Reports.Odd;

/// <summary>The values of a scenario as tables, one row an entry, each followed by why its numbers are what they are.</summary>
internal sealed class NumbersInForce(LoadedScenario loaded)
{
    private readonly ILookup<string, ScenarioValue> _tables = ScenarioValues.Of(loaded.Scenario!).All.ToLookup(static value => value.Table);
    private readonly HashSet<string> _told = [];

    /// <summary>Writes the tables that a section speaks of and that no section before it has written.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="mine">Whether a table, such as states.weights, belongs here.</param>
    public void Write(Markdown page, Func<string, bool> mine)
    {
        foreach (var table in _tables)
            if (mine(table.Key) && _told.Add(table.Key)) Write(page, table.Key, [.. table]);
    }

    /// <summary>Writes which entries there are of each kind.</summary>
    public void Entities(Markdown page) =>
        page.Table(["entity", "number", "which"], _tables.SelectMany(static table => table).Where(static value => value.Entry.Count > 0)
            .GroupBy(static value => value.Table.Split('.')[0]).Select(static kind =>
            {
                var entries = kind.Select(static value => value.Entry[0]).Distinct().ToArray();
                return new[] { kind.Key, $"{entries.Length}", string.Join(", ", entries) };
            }));

    /// <summary>Writes the sources that numbers in force are taken from.</summary>
    public void Sources(Markdown page)
    {
        var paths = _tables.SelectMany(static table => table).Select(static value => value.Path).ToHashSet(StringComparer.Ordinal);
        var used = Parameters(paths).SelectMany(static parameter => parameter.Sources).ToHashSet(StringComparer.Ordinal);
        page.Table(["source", "citation"], loaded.Provenance.Sources.Where(source => used.Contains(source.Key)).OrderBy(static source => source.Key, StringComparer.Ordinal)
            .Select(static source => new[] { source.Key, source.Value }));
    }

    /// <summary>Whether a section has tables that no section before it has written.</summary>
    public bool Has(Func<string, bool> mine) => _tables.Any(table => mine(table.Key) && !_told.Contains(table.Key));

    private void Write(Markdown page, string table, ScenarioValue[] values)
    {
        page.Text($"**Values: {(table.Length == 0 ? "the scenario itself" : $"`{table}`")}**");
        if (values[0].Entry.Count == 0)
            page.Table(["value", "in force", "unit", "meaning"], values.Select(static value => new[] { value.Key, value.Text, UnitOf(value), value.Meaning }));
        else
        {
            var columns = values.DistinctBy(static value => value.Key).ToArray();
            page.Table(["value", "unit", "meaning"], columns.Select(static column => new[] { column.Key, UnitOf(column), column.Meaning }));
            Entries(page, columns, values);
        }
        Reasons(page, values);
    }

    private static string UnitOf(ScenarioValue value) => value.Unit == "1" ? "pure number" : value.Unit;

    /// <summary>One row an entry; what is the same in all of several is said once above.</summary>
    private static void Entries(Markdown page, ScenarioValue[] columns, ScenarioValue[] values)
    {
        var entries = values.GroupBy(static value => string.Join(" / ", value.Entry)).ToArray();
        var shared = columns.Where(column => entries.Length > 1 && values.Count(value => value.Key == column.Key && value.Text == column.Text) == entries.Length).ToArray();
        if (shared.Length > 0) page.Text($"In all {entries.Length}: {string.Join(", ", shared.Select(static column => $"{Markdown.Line(column.Key)} {Markdown.Line(column.Text)}"))}.");
        var own = columns.Except(shared).ToArray();
        page.Table(["entry", .. own.Select(static column => column.Key)],
            entries.Select(entry => new[] { entry.Key }.Concat(own.Select(column => entry.FirstOrDefault(value => value.Key == column.Key)?.Text ?? "")).ToArray()));
    }

    private void Reasons(Markdown page, ScenarioValue[] values)
    {
        var paths = values.Select(static value => value.Path).ToHashSet(StringComparer.Ordinal);
        var parameters = Parameters(paths).ToArray();
        if (parameters.Length == 0) return;
        page.Table(["number", "written", "range", "why"], parameters.Select(parameter => new[] { parameter.Name, Written(parameter), Range(parameter), Why(parameter) }));
    }

    private IEnumerable<Parameter> Parameters(HashSet<string> paths) => loaded.Provenance.Parameters.Where(parameter => parameter.Paths.Any(paths.Contains));

    private string Written(Parameter parameter) => parameter.Value is { } value ? Number(parameter, value) : "by the rule, place by place";

    private string Range(Parameter parameter) => parameter.Range is { } range ? $"{Number(parameter, range.Low)} to {Number(parameter, range.High)}" : "";

    private string Number(Parameter parameter, double value) => parameter.Unit == "date"
        ? DateOnly.ParseExact(loaded.Scenario!.StartDate, "yyyy-MM-dd").AddDays((int)value).ToString("yyyy-MM-dd")
        : $"{value:R}{(parameter.Unit == "1" ? "" : $" {parameter.Unit}")}";

    private static string Why(Parameter parameter)
    {
        var reason = parameter.Assumed is { } assumed ? $"assumed: {assumed}"
            : parameter.Derivation is { } rule ? $"derived by {rule}{(parameter.From is { } from ? $" from {from}" : "")}"
            : parameter.Sources.Count == 0 ? $"given on the command line"
            : $"source {string.Join(", ", parameter.Sources)}{(parameter.Year is { } year ? $", {year}" : "")}, confidence {(parameter.Confidence?.ToString() ?? "not stated").ToLowerInvariant()}";
        return parameter.Note is { } note ? $"{reason}; {note}" : reason;
    }
}
