using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Store.Bundles;

namespace BidCompetitionSim.Store.Plans;

/// <summary>Reads and writes the JSON of stores and bundles: camelCase, every member in the order of its declaration, nothing unknown, shortest round-trip numbers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata, NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(KebabCase<ArmSwitch>), typeof(KebabCase<Family>), typeof(KebabCase<Resolution>), typeof(KebabCase<Direction>)])]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(BundleManifest))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<ArmSwitch>))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Of<T>(Plainly.Written));

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Of<T>(Plainly.Written));

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">It is none: the message says where.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Of<T>(Default.Options)) ?? throw new JsonException("Found null, expected a document.");

    /// <summary>A document for people too: indented.</summary>
    public static byte[] WriteIndented<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Of<T>(Plainly.Indented));

    public static JsonTypeInfo<T> Of<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    // A class of its own, so that it is set up after the generated defaults.
    private static class Plainly
    {
        public static readonly JsonSerializerOptions Written = new(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        public static readonly JsonSerializerOptions Indented = new(Written) { WriteIndented = true, NewLine = "\n" };
    }
}
