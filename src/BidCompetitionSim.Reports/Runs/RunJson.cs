using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Runs;

/// <summary>Writes and reads a run's document: camelCase, every member, doubles in the shortest form that reads back to the same number.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata, NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RunResult))]
public sealed partial class RunJson : JsonSerializerContext
{
    /// <summary>The document, UTF-8.</summary>
    public static byte[] Write(RunResult run) => JsonSerializer.SerializeToUtf8Bytes(run, Folding.RunResult);

    /// <summary>Reads a document back.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static RunResult Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.RunResult) ?? throw new JsonException("An empty document.");

    // The schema is made from the plain options: a converter of its own would hide that a double is a number.
    // A class of its own, so that it is set up after the generated defaults.
    private static class Folding
    {
        public static readonly JsonTypeInfo<RunResult> RunResult = (JsonTypeInfo<RunResult>)
            new JsonSerializerOptions(Default.RunResult.Options) { Converters = { new UnsignedZero() } }.GetTypeInfo(typeof(RunResult));
    }
}
