using System.Text.Json;
using System.Text.Json.Serialization;

namespace BidCompetitionSim.Reports.Runs;

/// <summary>Writes and reads a run's document: camelCase, every member, doubles in the shortest form that reads back to the same bits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata, NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RunResult))]
public sealed partial class RunJson : JsonSerializerContext
{
    /// <summary>The document, UTF-8.</summary>
    public static byte[] Write(RunResult run) => JsonSerializer.SerializeToUtf8Bytes(run, Default.RunResult);

    /// <summary>Reads a document back.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static RunResult Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.RunResult) ?? throw new JsonException("An empty document.");
}
