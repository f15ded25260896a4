using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>
/// The ranges that an uncertain experiment draws assumed numbers from. They change nothing where numbers stand as they are, and so are no part of the hash of a
/// resolved scenario.
/// </summary>
public static class DrawnRanges
{
    /// <summary>SHA-256 of a scenario's ranges with the names of their numbers: 64 hexadecimal digits.</summary>
    public static string Hash(LoadedScenario scenario)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer)) Write(json, scenario);
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    /// <summary>The numbers that an uncertain experiment would draw otherwise in one scenario than in another, by name.</summary>
    public static IReadOnlyList<RangeDifference> Differences(LoadedScenario first, LoadedScenario second)
    {
        var (a, b) = (Named(first), Named(second));
        return [.. a.Keys.Union(b.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Difference).Where(static one => one.First != one.Second)];

        RangeDifference Difference(string name)
        {
            var (x, y) = (a.GetValueOrDefault(name), b.GetValueOrDefault(name));
            return new RangeDifference(name, x?.Range, y?.Range, (y ?? x)!.Unit, (y ?? x)!.Meaning);
        }
    }

    internal static void Write(Utf8JsonWriter json, LoadedScenario scenario)
    {
        json.WriteStartArray();
        foreach (var parameter in Of(scenario))
        {
            json.WriteStartArray();
            json.WriteStringValue(parameter.Name);
            json.WriteNumberValue(parameter.Range!.Value.Low + 0.0);
            json.WriteNumberValue(parameter.Range.Value.High + 0.0);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static IEnumerable<Parameter> Of(LoadedScenario scenario) => scenario.Provenance.Parameters.Where(UncertainDraws.IsDrawn);

    private static Dictionary<string, Parameter> Named(LoadedScenario scenario) => Of(scenario).ToDictionary(static parameter => parameter.Name, StringComparer.Ordinal);
}

/// <summary>A number that an uncertain experiment draws otherwise in one scenario than in another.</summary>
/// <param name="Name">Where it is written.</param>
/// <param name="First">The range in the first; null if it is not drawn there.</param>
/// <param name="Second">The range in the second; null if it is not drawn there.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Meaning">What it means.</param>
public sealed record RangeDifference(
    [property: Meaning("Where it is written.")] string Name,
    [property: Meaning("The range in the first; null if it is not drawn there.")] PlausibleRange? First,
    [property: Meaning("The range in the second; null if it is not drawn there.")] PlausibleRange? Second,
    [property: Meaning("The unit; 1 for shares, scores and utilities, date for dates.")] string Unit,
    [property: Meaning("What it means.")] string Meaning);
