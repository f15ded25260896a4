using System.Runtime.CompilerServices;
using System.Text.Json;
using BidCompetitionSim.Store.Plans;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Store.Tests;

/// <summary>BIDSIM_APPROVE=1 writes the schemas anew: read the difference before committing it.</summary>
public class SchemaTests
{
    [Theory]
    [InlineData("plan"), InlineData("bundle")]
    public void The_committed_schema_is_the_one_that_the_records_give(string name)
    {
        var (text, path) = (Text(name), PathOf(name));
        if (Environment.GetEnvironmentVariable("BIDSIM_APPROVE") == "1") File.WriteAllText(path, text);

        File.ReadAllText(path).ShouldBe(text);
    }

    [Theory]
    [InlineData("plan", 40), InlineData("bundle", 20)]
    public void Every_member_of_the_schema_is_described(string name, int atLeast)
    {
        using var schema = JsonDocument.Parse(Text(name));
        var members = SchemaMembers.Of(schema.RootElement).ToArray();

        members.Length.ShouldBeGreaterThan(atLeast);
        members.Where(static member => !member.Described).Select(static member => member.Name).ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_reads_back_to_the_same_bytes_and_takes_no_unknown_member()
    {
        var json = StoreJson.Text(Planned.Plan(points: 3));

        StoreJson.Text(StoreJson.Read<PlanDocument>(System.Text.Encoding.UTF8.GetBytes(json))).ShouldBe(json);
        Should.Throw<JsonException>(() => StoreJson.Read<PlanDocument>(System.Text.Encoding.UTF8.GetBytes(json.Replace("\"seed\"", "\"seeds\""))));
        Should.Throw<JsonException>(() => StoreJson.Read<PlanDocument>("null"u8));
    }

    private static string Text(string name) => name == "plan" ? StoreSchemas.Plan() : StoreSchemas.Manifest();

    private static string PathOf(string name, [CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, $"../../docs/schemas/{name}.schema.json");
}
