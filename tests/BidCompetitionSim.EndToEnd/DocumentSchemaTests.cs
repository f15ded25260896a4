using System.Runtime.CompilerServices;
using System.Text.Json;
using BidCompetitionSim.Cli;

namespace BidCompetitionSim.EndToEnd;

/// <summary>BIDSIM_APPROVE=1 writes the schemas anew: read the difference before committing it.</summary>
public class DocumentSchemaTests
{
    public static TheoryData<string> Names => [.. DocumentSchemas.All().Keys];

    [Theory, MemberData(nameof(Names))]
    public void The_committed_schema_is_the_one_that_the_records_give(string name)
    {
        var (text, path) = (DocumentSchemas.All()[name], PathOf(name));
        if (Environment.GetEnvironmentVariable("BIDSIM_APPROVE") == "1") File.WriteAllText(path, text);

        File.ReadAllText(path).ShouldBe(text);
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_member_of_the_schema_is_described(string name)
    {
        using var schema = JsonDocument.Parse(DocumentSchemas.All()[name]);
        var members = Members(schema.RootElement).ToArray();

        members.ShouldNotBeEmpty();
        members.Where(static member => !member.Described).Select(static member => member.Name).ShouldBeEmpty();
    }

    private static string PathOf(string name, [CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, $"../../docs/schemas/{name}.schema.json");

    private static IEnumerable<(string Name, bool Described)> Members(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object) yield break;
        foreach (var part in schema.EnumerateObject())
        {
            foreach (var inner in Members(part.Value)) yield return inner;
            if (part.Name != "properties") continue;
            foreach (var property in part.Value.EnumerateObject())
                yield return (property.Name, property.Value.ValueKind == JsonValueKind.Object && (property.Value.TryGetProperty("description", out _) || property.Value.TryGetProperty("$ref", out _)));
        }
    }
}
