using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Deriving;

namespace BidCompetitionSim.Scenarios.Schema;

/// <summary>Writes the schema of a scenario file: its own keys, those of the rules, and one definition for each record.</summary>
internal sealed class SchemaWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly FieldSchema _fields;
    private readonly SortedDictionary<string, RecordType> _records = new(StringComparer.Ordinal);

    private SchemaWriter(Utf8JsonWriter json) => (_json, _fields) = (json, new FieldSchema(json, Mentioned));

    public static byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(buffer, options)) new SchemaWriter(json).File();
        return buffer.WrittenSpan.ToArray();
    }

    private void File()
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        _json.WriteString("title", "Scenario of BidCompetitionSim, or data that scenarios include");
        _json.WriteString("type", "object");
        _json.WriteBoolean("additionalProperties", false);
        _json.WriteStartObject("properties");
        Extras();
        _fields.Properties(RecordType.Of(typeof(Scenario)).Fields);
        _fields.Properties(RecordType.Of(typeof(RuleInputs)).Fields);
        _json.WriteEndObject();
        _json.WriteStartObject("$defs");
        _fields.Shared();
        for (var written = new HashSet<string>(); _records.Keys.FirstOrDefault(name => !written.Contains(name)) is { } name; written.Add(name)) Definition(name, _records[name]);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Extras()
    {
        _json.WritePropertyName(TopLevel.Include);
        _json.WriteRawValue("""{ "description": "Files whose values this file starts from, in order; a later one replaces an earlier one, this file all. Relative paths inside the own folder, or shipped:NAME.yaml.", "type": "array", "items": { "type": "string" } }""");
        _json.WritePropertyName("sources");
        _json.WriteRawValue("""{ "description": "Citations by key, with their address.", "type": "object", "additionalProperties": { "type": "string", "minLength": 1 } }""");
        _json.WritePropertyName(TopLevel.Hindcast);
        _json.WriteRawValue("""{ "description": "What bidsim hindcast --fit estimated beside weights: read by bidsim hindcast --weights, of no effect in a scenario.", "type": "object", "properties": { "china": { "type": "number" }, "other": { "type": "number" }, "sectors": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "number" }, "minItems": 4, "maxItems": 4 } } }, "additionalProperties": false }""");
        foreach (var (key, table) in TopLevel.Defaults)
        {
            var entry = RecordType.Of(typeof(Scenario)).Find(table)!.Type;
            _json.WriteStartObject(key);
            _json.WriteString("description", $"Values laid under every entry of {table}.");
            _json.WriteString("$ref", Mentioned(entry));
            _json.WriteEndObject();
        }
    }

    private string Mentioned(Type type)
    {
        _records.TryAdd(type.Name, RecordType.Of(type));
        return "#/$defs/" + type.Name;
    }

    private void Definition(string name, RecordType type)
    {
        var fields = type.Fields[0].IsKey ? type.Fields[1..] : type.Fields;
        _json.WriteStartObject(name);
        _json.WriteString("type", "object");
        _json.WriteBoolean("additionalProperties", false);
        _json.WriteStartObject("properties");
        if (name == nameof(Arm)) Preset();
        _fields.Properties(fields);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Preset()
    {
        _json.WriteStartObject("preset");
        _json.WriteString("description", "Arrangement whose switches stand where this arm sets none.");
        _json.WriteStartArray("enum");
        foreach (var name in Arrangements.All) _json.WriteStringValue(name);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }
}
