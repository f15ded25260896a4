using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Reports.Runs;

/// <summary>The JSON Schema of a run's document, generated from its records.</summary>
public static class RunSchema
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema, draft 2020-12: closed objects, every member described.</summary>
    public static string Text()
    {
        var schema = RunJson.Default.RunResult.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
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
