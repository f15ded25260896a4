using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Resolving;

namespace BidCompetitionSim.Scenarios;

/// <summary>
/// A scenario as it travels, is hashed and is stored: one canonical JSON with includes, defaults and overrides applied, from which any
/// machine can run it again. Equal scenarios have equal bytes, whatever files, order of entries or culture they came from.
/// </summary>
public sealed class ResolvedScenario
{
    private readonly byte[] _json;

    private ResolvedScenario(Scenario scenario, byte[] json)
    {
        (Scenario, _json) = (scenario, json);
        Hash = Convert.ToHexStringLower(SHA256.HashData(json));
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The canonical JSON, UTF-8.</summary>
    public ReadOnlyMemory<byte> Json => _json;

    /// <summary>SHA-256 of those bytes, 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Resolves a scenario.</summary>
    /// <exception cref="ArgumentException">Two records of a table share an id, or a table is not sorted by id, as a scenario's tables are.</exception>
    public static ResolvedScenario Of(Scenario scenario)
    {
        foreach (var field in RecordType.Of(typeof(Scenario)).Fields)
            if (field.Kind == FieldKind.Table) CheckOrder(field, (object[])field.Get(scenario)!);
        return new ResolvedScenario(scenario, CanonicalWriter.Write(scenario));
    }

    /// <summary>Reads a resolved scenario back.</summary>
    /// <exception cref="FormatException">The bytes are not the canonical JSON of a scenario: the message says where.</exception>
    public static ResolvedScenario Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var resolved = Of((Scenario)CanonicalReader.Record(RecordType.Of(typeof(Scenario)), document.RootElement, ""));
            return resolved.Json.Span.SequenceEqual(json.Span) ? resolved : throw new FormatException("Not canonical: written again it has other bytes.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(_json);

    private static void CheckOrder(Field field, object[] records)
    {
        var id = RecordType.Of(field.Type).Fields[0];
        for (var i = 1; i < records.Length; i++)
            if (string.CompareOrdinal((string)id.Get(records[i - 1])!, (string)id.Get(records[i])!) >= 0)
                throw new ArgumentException($"{field.Name} must be sorted by id, each once: {id.Get(records[i])} comes after {id.Get(records[i - 1])}.");
    }
}
