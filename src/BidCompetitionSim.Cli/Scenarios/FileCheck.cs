using System.Text.Json.Serialization;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>What came of checking one file.</summary>
internal sealed record FileCheck(
    [property: Meaning("The file or name, as given.")] string File,
    [property: Meaning("Where it was found.")] string FoundAt,
    [property: Meaning("Whether nothing is wrong with it.")] bool Ok,
    [property: Meaning("Name of the scenario; null if it did not load.")] string? Scenario,
    [property: Meaning("SHA-256 of the resolved scenario; null if it did not load.")] string? Hash,
    [property: Meaning("Number of segments.")] int Segments,
    [property: Meaning("Number of states.")] int States,
    [property: Meaning("Number of sponsors.")] int Sponsors,
    [property: Meaning("Everything wrong with it.")] IReadOnlyList<Problem> Problems)
{
    public static FileCheck Of(string name, LoadedScenario loaded) => loaded.Ok
        ? new FileCheck(name, loaded.FoundAt, true, loaded.Scenario.Id, ResolvedScenario.Of(loaded.Scenario).Hash,
            loaded.Scenario.Segments.Length, loaded.Scenario.States.Length, loaded.Scenario.Sponsors.Length, [])
        : new FileCheck(name, loaded.FoundAt, false, null, null, 0, 0, 0, loaded.Problems);
}

/// <summary>The document that validate writes.</summary>
internal sealed record Validation([property: JsonPropertyName("schema"), Meaning("Name of this document's form.")] string Schema, [property: Meaning("One check a file.")] FileCheck[] Files)
{
    public const string SchemaName = "bidsim/validation/1";
}

/// <summary>The document that list writes.</summary>
internal sealed record ScenarioList([property: JsonPropertyName("schema"), Meaning("Name of this document's form.")] string Schema, [property: Meaning("Scenarios that come with the program.")] ShippedScenario[] Scenarios)
{
    public const string SchemaName = "bidsim/scenarios/1";
}

/// <summary>The document that odd writes.</summary>
internal sealed record OddDocument(
    [property: JsonPropertyName("schema"), Meaning("Name of this document's form.")] string Schema,
    [property: Meaning("Name of the scenario.")] string Scenario,
    [property: Meaning("SHA-256 of the resolved scenario.")] string Hash,
    [property: Meaning("The protocol, Markdown.")] string Markdown)
{
    public const string SchemaName = "bidsim/odd/1";
}

/// <summary>How these documents are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Validation))]
[JsonSerializable(typeof(ScenarioList))]
[JsonSerializable(typeof(OddDocument))]
[JsonSerializable(typeof(DifferenceList))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
