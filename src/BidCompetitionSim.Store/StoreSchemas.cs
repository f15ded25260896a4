using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Store.Bundles;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store;

/// <summary>JSON Schemas of the documents in stores and bundles, generated from their records: draft 2020-12, closed objects, every member described.</summary>
public static class StoreSchemas
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Of a plan.</summary>
    public static string Plan() => Text(StoreJson.Default.PlanDocument);

    /// <summary>Of a bundle's manifest.</summary>
    public static string Manifest() => Text(StoreJson.Default.BundleManifest);

    private static string Text(JsonTypeInfo type)
    {
        var schema = type.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
        schema.AsObject().Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var provider = context.PropertyInfo?.AttributeProvider ?? (ICustomAttributeProvider)context.TypeInfo.Type;
        if (schema is JsonObject described && provider.GetCustomAttributes(typeof(MeaningAttribute), false) is [MeaningAttribute meaning, ..])
            described.Insert(0, "description", meaning.Text);
        return schema;
    }
}
