using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Runs;

/// <summary>JSON Schemas of documents, generated from their records: names, types and meanings come from one place.</summary>
public static class DocumentSchema
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema, draft 2020-12: closed objects, every member described.</summary>
    public static string Of(JsonTypeInfo document)
    {
        var schema = document.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
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
