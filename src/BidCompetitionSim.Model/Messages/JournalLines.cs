using System.Text.Encodings.Web;
using System.Text.Json;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>A journal as JSON lines: one object a line with sequence, day, kind, from, to and body.</summary>
public static class JournalLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NumberHandling = default,
    };

    private static readonly Dictionary<string, Type> Kinds = typeof(IMessage).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IMessage))).ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Writes an entry as one line, without its end.</summary>
    public static string Write(in JournalEntry entry)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteNumber("day", entry.Day);
            json.WriteString("kind", entry.Message.GetType().Name);
            json.WriteString("from", entry.From);
            json.WriteString("to", entry.To);
            json.WritePropertyName("body");
            JsonSerializer.Serialize(json, entry.Message, entry.Message.GetType(), Options);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Reads a line back.</summary>
    /// <exception cref="FormatException">The line is no entry of a journal.</exception>
    public static JournalEntry Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var kind = root.GetProperty("kind").GetString() ?? "";
            if (!Kinds.TryGetValue(kind, out var type)) throw new FormatException($"There is no message '{kind}'.");
            return new JournalEntry(
                root.GetProperty("sequence").GetInt64(), root.GetProperty("day").GetInt32(), root.GetProperty("from").GetString()!,
                root.GetProperty("to").GetString()!, (IMessage)root.GetProperty("body").Deserialize(type, Options)!);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"Not an entry of a journal: {error.Message}", error);
        }
    }
}
