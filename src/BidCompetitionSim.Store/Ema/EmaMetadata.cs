using System.Text.Json;

namespace BidCompetitionSim.Store.Ema;

/// <summary>The file <c>metadata.json</c> of results of the EMA Workbench.</summary>
internal sealed record EmaMetadata
{
    /// <summary>Version of the layout.</summary>
    public required double Version { get; init; }

    /// <summary>Class, name and file of every outcome.</summary>
    public required IReadOnlyList<string[]> Outcomes { get; init; }

    /// <summary>NumPy type by column of the experiments, in their order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Experiments { get; init; }

    public byte[] Json()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("outcomes");
            foreach (var outcome in Outcomes)
            {
                json.WriteStartArray();
                foreach (var part in outcome) json.WriteStringValue(part);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteStartObject("experiments");
            foreach (var (name, type) in Experiments) json.WriteString(name, type);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
