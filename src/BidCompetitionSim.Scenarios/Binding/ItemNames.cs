using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>Names of the items of a list: what tells one from the others, so that a path means the same item whatever its place in the file.</summary>
internal static class ItemNames
{
    /// <summary>One name an item, all different: its number where nothing else is sure to tell it apart.</summary>
    /// <param name="key">The list's key, such as <c>speeds</c>.</param>
    /// <param name="items">The items.</param>
    public static string[] Of(string key, Node[] items)
    {
        var keys = KeysOf(key);
        var (names, known) = (new string[items.Length], new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < items.Length; i++) names[i] = Named(items[i], keys) is { } name && known.Add(name) ? name : $"{i}";
        return names;
    }

    /// <summary>Keys of the values that make an item's name; none where only its number does.</summary>
    public static string[] KeysOf(string list) => list switch
    {
        "speeds" or "tariffs" => ["standard", "class"], "terms" => ["from"], "policyChanges" => ["date", "window"], "frictions" => ["a", "b"], "fixedOffers" => ["segment", "attempt"],
        _ => [],
    };

    private static string? Named(Node item, string[] keys)
    {
        if (keys.Length == 0 || item is not Mapping map) return null;
        var name = string.Join('/', keys.Select(key => Text(map[key]) ?? "?"));
        // What could not be written in a path is no name.
        return name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '*') ? name : null;
    }

    private static string? Text(Node? node) => node switch
    {
        Scalar { Text.Length: > 0 and <= Limits.IdLength } text => text.Text,
        Mapping quantity => Text(quantity["date"] ?? quantity["value"]),
        _ => null,
    };
}
