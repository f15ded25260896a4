namespace BidCompetitionSim.Scenarios;

/// <summary>Text of new scenario files.</summary>
public static class ScenarioTemplate
{
    /// <summary>
    /// A file of its own that starts from a shipped scenario: it includes it, and what the author writes below replaces what is included.
    /// It loads as it stands.
    /// </summary>
    /// <param name="name">Id of the new scenario: letters, digits, - and _.</param>
    /// <param name="from">Id of a shipped scenario.</param>
    /// <exception cref="ArgumentException">The name is no id, or there is no shipped scenario of that id.</exception>
    public static string New(string name, string from)
    {
        var origin = Shipped.List().FirstOrDefault(shipped => shipped.Id == from)
            ?? throw new ArgumentException($"There is no shipped scenario '{from}'; there are {string.Join(", ", Shipped.List().Select(shipped => shipped.Id))}.", nameof(from));
        if (name.Length is 0 or > Limits.IdLength || !char.IsAsciiLetterOrDigit(name[0]) || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException($"'{name}' is no id: at most {Limits.IdLength} letters, digits, - and _.", nameof(name));
        return $$"""
            # yaml-language-server: $schema=scenario.schema.json
            #
            # Starts from {{from}}: whatever is written here replaces what is included, key by key; numbers and lists are replaced whole.
            # `bidsim scenario explain {{from}}` lists all that can be set, with unit, source and range.

            include: ["{{Reading.ShippedRoot.Prefix}}{{from}}.yaml"]

            scenario: {{name}}
            title: "{{Escaped(origin.Title)}}, varied"
            question: "What changes against {{from}}?"

            # secretariat:
            #   strength: { value: 0.8, assumed: "a stronger Secretariat", range: [0.6, 1] }

            """;
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
