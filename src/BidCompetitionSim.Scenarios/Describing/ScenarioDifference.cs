using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Scenarios.Describing;

/// <summary>One place at which two scenarios differ.</summary>
/// <param name="Path">The place, as <c>--set</c> names it.</param>
/// <param name="First">What the first has there; null if it has nothing.</param>
/// <param name="Second">What the second has there; null if it has nothing.</param>
/// <param name="Unit">The unit; empty for what is no number, or is a whole entry.</param>
/// <param name="Meaning">What it means.</param>
public sealed record ScenarioDifference(
    [property: Meaning("The place, as --set names it.")] string Path,
    [property: Meaning("What the first has there; null if it has nothing.")] string? First,
    [property: Meaning("What the second has there; null if it has nothing.")] string? Second,
    [property: Meaning("The unit; 1 for shares, scores and utilities, date for dates, empty for what is no number.")] string Unit,
    [property: Meaning("What it means.")] string Meaning)
{
    /// <summary>The differences of two scenarios, in what runs and not in how it is written, sorted by place. An entry that only one has is one difference.</summary>
    public static IReadOnlyList<ScenarioDifference> Of(Scenario first, Scenario second)
    {
        var (a, b) = (ScenarioValues.Of(first), ScenarioValues.Of(second));
        var alone = Outermost(a.Entries.Except(b.Entries, StringComparer.Ordinal)).Concat(Outermost(b.Entries.Except(a.Entries, StringComparer.Ordinal))).ToArray();
        var (known, news) = (ByPath(a), ByPath(b));
        var differences = alone.Select(entry => Entry(entry, a, b)).ToList();
        foreach (var path in known.Keys.Union(news.Keys, StringComparer.Ordinal))
        {
            if (Array.Exists(alone, entry => IsWithin(path, entry))) continue;
            var (x, y) = (known.GetValueOrDefault(path), news.GetValueOrDefault(path));
            if (x?.Text != y?.Text) differences.Add(new ScenarioDifference(path, x?.Text, y?.Text, (y ?? x)!.Unit, (y ?? x)!.Meaning));
        }
        return [.. differences.OrderBy(static difference => difference.Path, StringComparer.Ordinal)];
    }

    private static ScenarioDifference Entry(string entry, ScenarioValues a, ScenarioValues b)
    {
        var here = a.Entries.Contains(entry) ? a : b;
        var values = here.All.Where(value => IsWithin(value.Path, entry)).ToArray();
        if (values is [{ } only] && only.Path == entry) return new ScenarioDifference(entry, here == a ? only.Text : null, here == b ? only.Text : null, only.Unit, only.Meaning);
        var said = values.Length == 1 ? "1 value" : $"{values.Length} values";
        return new ScenarioDifference(entry, here == a ? said : null, here == b ? said : null, "", "A whole entry.");
    }

    private static Dictionary<string, ScenarioValue> ByPath(ScenarioValues values) => values.All.ToDictionary(static value => value.Path, StringComparer.Ordinal);

    private static List<string> Outermost(IEnumerable<string> entries)
    {
        var outer = new List<string>();
        foreach (var entry in entries.OrderBy(static entry => entry.Length))
            if (!outer.Exists(above => IsWithin(entry, above))) outer.Add(entry);
        return outer;
    }

    private static bool IsWithin(string path, string entry) =>
        path.StartsWith(entry, StringComparison.Ordinal) && (path.Length == entry.Length || path[entry.Length] is '.' or '[');
}
