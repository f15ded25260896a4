using System.Text.Json;
using System.Text.Json.Serialization;

namespace BidCompetitionSim.Store.Plans;

/// <summary>Choices as words: half-percent for HalfPercent.</summary>
internal sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) where T : struct, Enum;

/// <summary>The same outside of JSON.</summary>
internal static class KebabCase
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
