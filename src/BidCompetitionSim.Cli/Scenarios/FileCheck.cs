using System.Text.Json.Serialization;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>What came of checking one file.</summary>
internal sealed record FileCheck(
    string File, string FoundAt, bool Ok, string? Scenario, string? Hash, int Segments, int States, int Sponsors, IReadOnlyList<Problem> Problems)
{
    public static FileCheck Of(string name, LoadedScenario loaded) => loaded.Ok
        ? new FileCheck(name, loaded.FoundAt, true, loaded.Scenario.Id, ResolvedScenario.Of(loaded.Scenario).Hash,
            loaded.Scenario.Segments.Length, loaded.Scenario.States.Length, loaded.Scenario.Sponsors.Length, [])
        : new FileCheck(name, loaded.FoundAt, false, null, null, 0, 0, 0, loaded.Problems);
}

/// <summary>The document that validate writes.</summary>
internal sealed record Validation([property: JsonPropertyName("schema")] string Schema, FileCheck[] Files)
{
    public const string SchemaName = "bidsim/validation/1";
}

/// <summary>The document that list writes.</summary>
internal sealed record ScenarioList([property: JsonPropertyName("schema")] string Schema, ShippedScenario[] Scenarios)
{
    public const string SchemaName = "bidsim/scenarios/1";
}

/// <summary>How these documents are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Validation))]
[JsonSerializable(typeof(ScenarioList))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
