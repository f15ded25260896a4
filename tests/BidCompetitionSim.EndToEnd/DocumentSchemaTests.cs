using System.Runtime.CompilerServices;
using System.Text.Json;
using BidCompetitionSim.Cli;
using BidCompetitionSim.Testing;

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
        var members = SchemaMembers.Of(schema.RootElement).ToArray();

        members.ShouldNotBeEmpty();
        members.Where(static member => !member.Described).Select(static member => member.Name).ShouldBeEmpty();
    }

    private static string PathOf(string name, [CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, $"../../docs/schemas/{name}.schema.json");
}
