using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BidCompetitionSim.Experiments.Hindcasting;
using BidCompetitionSim.Reports.Runs;

namespace BidCompetitionSim.Reports.Hindcasting;

/// <summary>Writes and reads a hindcast's document: camelCase, every member, doubles in the shortest form that reads back to the same number.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata, NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(HindcastResult))]
public sealed partial class HindcastJson : JsonSerializerContext
{
    /// <summary>The document, UTF-8.</summary>
    public static byte[] Write(HindcastResult result) => JsonSerializer.SerializeToUtf8Bytes(result, Folding.HindcastResult);

    /// <summary>Reads a document back.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static HindcastResult Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.HindcastResult) ?? throw new JsonException("An empty document.");

    // A class of its own, so that it is set up after the generated defaults.
    private static class Folding
    {
        public static readonly JsonTypeInfo<HindcastResult> HindcastResult = (JsonTypeInfo<HindcastResult>)
            new JsonSerializerOptions(Default.HindcastResult.Options) { Converters = { new UnsignedZero() } }.GetTypeInfo(typeof(HindcastResult));
    }
}
