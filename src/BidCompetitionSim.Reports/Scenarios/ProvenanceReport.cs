using System.Text.Json.Serialization;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Reports.Scenarios;

/// <summary>Every number of a scenario, and why it is what it is.</summary>
/// <param name="Schema">Name of this document's form.</param>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="StartDate">The day that dates count from.</param>
/// <param name="Counts">How many are sourced, derived, assumed.</param>
/// <param name="Parameters">All of them, sorted by name.</param>
/// <param name="Sources">Citations by key.</param>
public sealed record ProvenanceReport(
    string Schema, string Scenario, string StartDate, ProvenanceCounts Counts, IReadOnlyList<Parameter> Parameters,
    IReadOnlyDictionary<string, string> Sources)
{
    /// <summary>The report on a scenario that loaded.</summary>
    public static ProvenanceReport Of(Scenario scenario, Provenance provenance) => new(
        "bidsim/provenance/1", scenario.Id, scenario.StartDate, ProvenanceCounts.Of(provenance.Parameters), provenance.Parameters, provenance.Sources);
}

/// <summary>How many numbers rest on what.</summary>
public sealed record ProvenanceCounts(int Sourced, int Derived, int Assumed)
{
    /// <summary>Counts parameters.</summary>
    public static ProvenanceCounts Of(IReadOnlyList<Parameter> parameters) => new(
        parameters.Count(p => p.Sources.Count > 0), parameters.Count(p => p.Derivation is not null), parameters.Count(p => p.Assumed is not null));
}

/// <summary>How the report is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(ProvenanceReport))]
public sealed partial class ProvenanceJson : JsonSerializerContext;
