using System.Runtime.CompilerServices;
using System.Text.Json;

namespace BidCompetitionSim.Scenarios.Tests;

public class SchemaTests
{
    /// <summary>Set BIDSIM_APPROVE=1 to write the schema anew after the records changed.</summary>
    [Fact]
    public void The_committed_schema_is_the_one_that_the_records_give()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "../../scenarios", ScenarioSchema.FileName);
        if (Environment.GetEnvironmentVariable("BIDSIM_APPROVE") == "1") File.WriteAllText(path, ScenarioSchema.Text());

        File.ReadAllText(path).ShouldBe(ScenarioSchema.Text());
    }

    [Fact]
    public void Every_object_of_the_schema_is_closed_and_every_field_described()
    {
        using var schema = JsonDocument.Parse(ScenarioSchema.Text());

        foreach (var definition in schema.RootElement.GetProperty("$defs").EnumerateObject().Where(d => d.Name is not ("quantity" or "date")))
        {
            definition.Value.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse(definition.Name);
            foreach (var property in definition.Value.GetProperty("properties").EnumerateObject())
                property.Value.GetProperty("description").GetString().ShouldNotBeNullOrWhiteSpace($"{definition.Name}.{property.Name}");
        }
    }

    [Fact]
    public void Every_reference_of_the_schema_leads_somewhere()
    {
        var text = ScenarioSchema.Text();
        using var schema = JsonDocument.Parse(text);
        var defined = schema.RootElement.GetProperty("$defs").EnumerateObject().Select(d => $"\"#/$defs/{d.Name}\"").ToHashSet();

        text.Split("\"$ref\": ").Skip(1).Select(rest => rest[..(rest.IndexOf('"', 1) + 1)]).ShouldAllBe(reference => defined.Contains(reference));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
