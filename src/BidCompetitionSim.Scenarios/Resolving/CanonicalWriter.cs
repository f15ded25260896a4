using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BidCompetitionSim.Scenarios.Binding;

namespace BidCompetitionSim.Scenarios.Resolving;

/// <summary>Writes records as canonical JSON: fields in the order of their declaration, records in their order, shortest round-trip numbers.</summary>
internal sealed class CanonicalWriter(Utf8JsonWriter json)
{
    public static byte[] Write(object record)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options)) new CanonicalWriter(json).Record(RecordType.Of(record.GetType()), record);
        return buffer.WrittenSpan.ToArray();
    }

    private void Record(RecordType type, object record)
    {
        json.WriteStartObject();
        foreach (var field in type.Fields)
        {
            var value = field.Get(record);
            if (field.Elective && Field.IsEmpty(value)) continue;
            json.WritePropertyName(field.Name);
            Value(field, value);
        }
        json.WriteEndObject();
    }

    private void Value(Field field, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case double number: json.WriteNumberValue(number == 0 ? 0 : number); break; // −0 is 0
            case int number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case string text: json.WriteStringValue(text); break;
            case Enum choice: json.WriteStringValue(RecordKeys.KebabCase(choice.ToString())); break;
            case string[] texts: Texts(texts); break;
            case object[] records: Records(field, records); break;
            default: Record(RecordType.Of(field.Type), value); break;
        }
    }

    private void Texts(string[] texts)
    {
        json.WriteStartArray();
        foreach (var text in texts.Order(StringComparer.Ordinal)) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private void Records(Field field, object[] records)
    {
        var type = RecordType.Of(field.Type);
        json.WriteStartArray();
        foreach (var record in records.Order(new RecordOrder(type))) Record(type, record);
        json.WriteEndArray();
    }
}
