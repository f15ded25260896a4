using System.Text.Json;
using System.Text.Json.Serialization;

namespace BidCompetitionSim.Model.Messages;

/// <summary>Writes the members of an enum by name, as scenario files do: <c>AllStruck</c> is all-struck. Numbers are not read.</summary>
public sealed class KebabCaseNames<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
