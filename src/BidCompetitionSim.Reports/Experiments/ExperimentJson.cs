using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Runs;

namespace BidCompetitionSim.Reports.Experiments;

/// <summary>Writes and reads an experiment's document: camelCase, every member, doubles in the shortest form that reads back to the same number.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata, NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ExperimentResult))]
public sealed partial class ExperimentJson : JsonSerializerContext
{
    /// <summary>The document, UTF-8.</summary>
    public static byte[] Write(ExperimentResult result) => JsonSerializer.SerializeToUtf8Bytes(result, Folding.ExperimentResult);

    /// <summary>Reads a document back.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static ExperimentResult Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.ExperimentResult) ?? throw new JsonException("An empty document.");

    // A class of its own, so that it is set up after the generated defaults.
    private static class Folding
    {
        public static readonly JsonTypeInfo<ExperimentResult> ExperimentResult = (JsonTypeInfo<ExperimentResult>)
            new JsonSerializerOptions(Default.ExperimentResult.Options) { Converters = { new UnsignedZero() } }.GetTypeInfo(typeof(ExperimentResult));
    }
}
