namespace BidCompetitionSim.Store.Schema;

/// <summary>Names of a table's columns.</summary>
internal static class Columns
{
    /// <summary>The names, made distinct where two differ in nothing or in case alone, which SQL does not see: the later one ends in _2, _3 and so on.</summary>
    public static string[] Distinct(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name => seen.Add(name) ? name : Numbered(name, seen))];
    }

    /// <summary>A name as SQL takes it, whatever it holds.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"")}\"";

    private static string Numbered(string name, HashSet<string> seen)
    {
        var number = 2;
        while (!seen.Add($"{name}_{number}")) number++;
        return $"{name}_{number}";
    }
}
