using System.Text.Json;

namespace BidCompetitionSim.Testing;

/// <summary>The members that a JSON Schema lays down, at every depth.</summary>
public static class SchemaMembers
{
    /// <summary>Name of every property, and whether it says what it means or names a schema that does.</summary>
    public static IEnumerable<(string Name, bool Described)> Of(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object) yield break;
        foreach (var part in schema.EnumerateObject())
        {
            foreach (var inner in Of(part.Value)) yield return inner;
            if (part.Name != "properties") continue;
            foreach (var property in part.Value.EnumerateObject())
                yield return (property.Name, property.Value.ValueKind == JsonValueKind.Object && (property.Value.TryGetProperty("description", out _) || property.Value.TryGetProperty("$ref", out _)));
        }
    }
}
