using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BidCompetitionSim.Cli;

/// <summary>Writes one JSON document to standard output.</summary>
internal static class JsonOut
{
    /// <summary>A document already written out.</summary>
    public static void Write(TextWriter output, byte[] document) => output.WriteLine(Encoding.UTF8.GetString(document));

    public static void Write<T>(TextWriter output, T document, JsonTypeInfo<T> type) =>
        output.WriteLine(Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(document, type)));
}
