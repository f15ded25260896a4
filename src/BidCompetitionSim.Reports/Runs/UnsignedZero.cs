using System.Text.Json;
using System.Text.Json.Serialization;

namespace BidCompetitionSim.Reports.Runs;

/// <summary>Writes the negative zero as the zero it equals; every other double as ever.</summary>
internal sealed class UnsignedZero : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value == 0 ? 0.0 : value);
}
