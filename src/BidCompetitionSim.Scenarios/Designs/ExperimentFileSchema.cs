using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Binding;

namespace BidCompetitionSim.Scenarios.Designs;

/// <summary>The JSON Schema of experiment files, for editors, generated from the records that files are read into.</summary>
public static class ExperimentFileSchema
{
    /// <summary>File name of the schema, which the first line of every experiment file names.</summary>
    public const string FileName = "experiment.schema.json";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema (draft 2020-12): closed objects, meanings, bounds.</summary>
    public static string Text()
    {
        var schema = Record(typeof(ExperimentText));
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", ((MeaningAttribute)Attribute.GetCustomAttribute(typeof(ExperimentText), typeof(MeaningAttribute))!).Text);
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Record(Type type)
    {
        var fields = TextField.Of(type);
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            var schema = Value(field, field.Type);
            schema.Insert(0, "description", field.Meaning);
            properties.Add(field.Key, schema);
        }
        return new JsonObject
        {
            ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties,
            ["required"] = new JsonArray([.. fields.Where(static field => field.IsRequired).Select(static field => (JsonNode)field.Key)]),
        };
    }

    private static JsonObject Value(TextField field, Type type)
    {
        if (type == typeof(string)) return new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = Limits.TextLength };
        if (type == typeof(bool)) return new JsonObject { ["type"] = "boolean" };
        if (type == typeof(int)) return new JsonObject { ["type"] = "integer", ["minimum"] = field.Min, ["maximum"] = field.Max };
        if (type == typeof(ulong)) return new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = ulong.MaxValue };
        if (type == typeof(double)) return new JsonObject { ["type"] = "number" };
        if (type == typeof(Dictionary<string, double>)) return new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "number" } };
        if (type.IsEnum) return new JsonObject { ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(static name => (JsonNode)RecordKeys.KebabCase(name))]) };
        return type.GetElementType() is { } element ? new JsonObject { ["type"] = "array", ["items"] = Value(field, element) } : Record(type);
    }
}
