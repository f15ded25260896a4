using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BidCompetitionSim.Cli;

/// <summary>Writes one JSON document to standard output.</summary>
internal static class JsonOut
{
    public static void Write<T>(TextWriter output, T document, JsonTypeInfo<T> type) =>
        output.WriteLine(Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(document, type)));
}
