using System.Text.Json;
using BidCompetitionSim.Scenarios.Binding;

namespace BidCompetitionSim.Scenarios.Schema;

/// <summary>Writes the schema of fields, by their kind.</summary>
internal sealed class FieldSchema(Utf8JsonWriter json, Func<Type, string> reference)
{
    private static readonly string Id = $$"""{ "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]{0,{{Limits.IdLength - 1}}}$" }""";

    public void Properties(IEnumerable<Field> fields)
    {
        foreach (var field in fields)
        {
            json.WriteStartObject(field.Key);
            json.WriteString("description", Description(field));
            Body(field);
            json.WriteEndObject();
        }
    }

    /// <summary>Definitions that fields refer to.</summary>
    public void Shared()
    {
        json.WritePropertyName("quantity");
        json.WriteRawValue("""
            {
              "description": "A number with its unit and exactly one reason: a source, a rule that derives it, or an assumption with a range.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "value": { "type": "number" },
                "unit": { "type": "string" },
                "year": { "description": "The year the figure speaks of.", "type": "integer", "minimum": 1900, "maximum": 2200 },
                "source": { "description": "Key or keys of sources.", "type": ["string", "array"], "items": { "type": "string" }, "minItems": 1 },
                "confidence": { "enum": ["low", "medium", "high"] },
                "derivation": { "description": "The rule that derives it.", "type": "string" },
                "from": { "description": "What the rule starts from.", "type": "string" },
                "assumed": { "description": "Why it is assumed.", "type": "string" },
                "range": { "description": "Plausible range, inclusive.", "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 },
                "note": { "type": "string" }
              },
              "oneOf": [{ "required": ["source"] }, { "required": ["derivation"] }, { "required": ["assumed", "range"] }]
            }
            """);
        json.WritePropertyName("date");
        json.WriteRawValue("""
            {
              "type": ["string", "object"],
              "format": "date",
              "additionalProperties": false,
              "required": ["date"],
              "properties": {
                "date": { "type": "string", "format": "date" },
                "source": { "type": ["string", "array"], "items": { "type": "string" } },
                "year": { "type": "integer" },
                "confidence": { "enum": ["low", "medium", "high"] },
                "assumed": { "type": "string" },
                "from": { "type": "string" },
                "range": { "type": "array", "items": { "type": "string", "format": "date" }, "minItems": 2, "maxItems": 2 },
                "note": { "type": "string" }
              }
            }
            """);
    }

    private static string Description(Field field) => field.IsQuantity
        ? $"{field.Meaning} {(field.Unit == "1" ? "A pure number" : field.Unit)}, from {Reading.Shown.Number(field.Min)} to {Reading.Shown.Number(field.Max)}."
        : field.Meaning;

    private void Body(Field field)
    {
        switch (field.Kind)
        {
            case FieldKind.Text when field.IsId: Raw("allOf", $"[{Id}]"); break;
            case FieldKind.Text: Type("string"); json.WriteNumber("maxLength", Limits.TextLength); break;
            case FieldKind.Flag: Type("boolean"); break;
            case FieldKind.Choice: Enumeration("enum", Enum.GetNames(field.Type).Select(RecordKeys.KebabCase)); break;
            case FieldKind.Date: json.WriteString("$ref", "#/$defs/date"); break;
            case FieldKind.Record: json.WriteString("$ref", reference(field.Type)); break;
            case FieldKind.Texts: Type("array"); json.WriteBoolean("uniqueItems", true); Raw("items", Id); break;
            case FieldKind.List: Type("array"); Most("maxItems", field); Reference("items", field.Type); break;
            case FieldKind.Table or FieldKind.Keyed: Table(field); break;
            default: Quantity(field); break;
        }
    }

    /// <summary>The bounds hold in the model's unit; a file may write another, which loading converts.</summary>
    private void Quantity(Field field)
    {
        json.WriteString("$ref", "#/$defs/quantity");
        json.WriteStartObject("properties");
        json.WriteStartObject("unit");
        Enumeration("enum", Units.WritingsOf(field.Unit));
        json.WriteEndObject();
        json.WriteEndObject();
        if (field.Unit != "1") Raw("dependentRequired", """{ "value": ["unit"] }""");
        Raw("if", field.Unit == "1" ? """{ "not": { "required": ["unit"] } }""" : $$"""{ "properties": { "unit": { "const": "{{field.Unit}}" } } }""");
        var type = field.Kind == FieldKind.Integer ? "integer" : "number";
        Raw("then", $$"""{ "properties": { "value": { "type": "{{type}}", "minimum": {{Reading.Shown.Number(field.Min)}}, "maximum": {{Reading.Shown.Number(field.Max)}} } } }""");
    }

    private void Table(Field field)
    {
        var type = RecordType.Of(field.Type);
        Type("object");
        Most("maxProperties", field);
        Raw("propertyNames", Id);
        if (!type.IsPair)
        {
            Reference("additionalProperties", field.Type);
            return;
        }
        json.WriteStartObject("additionalProperties");
        json.WriteString("description", Description(type.Fields[1]));
        Body(type.Fields[1]);
        json.WriteEndObject();
    }

    private void Type(string type) => json.WriteString("type", type);

    private void Most(string key, Field field) => json.WriteNumber(key, Limits.EntriesOf(field.Key));

    private void Raw(string key, string value)
    {
        json.WritePropertyName(key);
        json.WriteRawValue(value);
    }

    private void Reference(string key, Type type)
    {
        json.WriteStartObject(key);
        json.WriteString("$ref", reference(type));
        json.WriteEndObject();
    }

    private void Enumeration(string key, IEnumerable<string> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
