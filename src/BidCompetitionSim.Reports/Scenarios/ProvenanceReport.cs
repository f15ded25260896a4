using System.Text.Json.Serialization;
using BidCompetitionSim.Experiments.Influence;
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
/// <param name="Influence">The assumed ones ranked by how far they move the scores; null if they were not played.</param>
public sealed record ProvenanceReport(
    [property: Meaning("Name of this document's form.")] string Schema,
    [property: Meaning("Name of the scenario.")] string Scenario,
    [property: Meaning("The day that dates count from.")] string StartDate,
    [property: Meaning("How many are sourced, derived, assumed.")] ProvenanceCounts Counts,
    [property: Meaning("All of them, sorted by name.")] IReadOnlyList<Parameter> Parameters,
    [property: Meaning("Citations by key.")] IReadOnlyDictionary<string, string> Sources,
    [property: Meaning("The assumed ones ranked by how far they move the scores; null if they were not played.")] InfluenceReport? Influence)
{
    /// <summary>The report on a scenario that loaded.</summary>
    public static ProvenanceReport Of(Scenario scenario, Provenance provenance, InfluenceTable? influence = null) => new(
        "bidsim/provenance/1", scenario.Id, scenario.StartDate, ProvenanceCounts.Of(provenance.Parameters), provenance.Parameters, provenance.Sources,
        influence is null ? null : InfluenceReport.Of(influence));
}

/// <summary>The assumed numbers, by their largest swing of a score.</summary>
/// <param name="Arm">Arrangement played.</param>
/// <param name="Replications">Replications at each end of each range.</param>
/// <param name="Rows">One row a number.</param>
public sealed record InfluenceReport(
    [property: Meaning("Arrangement played.")] string Arm,
    [property: Meaning("Replications at each end of each range.")] int Replications,
    [property: Meaning("One row a number.")] IReadOnlyList<InfluenceRow> Rows)
{
    /// <summary>Writes a table down.</summary>
    public static InfluenceReport Of(InfluenceTable table) => new(table.Arm, table.Replications, [.. table.Rows.Select(InfluenceRow.Of)]);
}

/// <summary>What one assumed number moves. A swing is the largest distance between the means at the ends of its range and at its value.</summary>
/// <param name="Name">Its name, as in the list of all numbers.</param>
/// <param name="Value">Its value.</param>
/// <param name="Low">Low end of its range.</param>
/// <param name="High">High end of its range.</param>
/// <param name="Compatibility">Change of compatibility at both ends; null where the scenario has none.</param>
/// <param name="Viability">Change of viability at both ends.</param>
/// <param name="Cohesion">Change of cohesion at both ends.</param>
/// <param name="HostSurplusUsdBn">Change of host surplus at both ends.</param>
/// <param name="LargestScoreSwing">Largest swing of the three scores, points.</param>
/// <param name="Problems">Why an end could not be played.</param>
public sealed record InfluenceRow(
    [property: Meaning("Its name, as in the list of all numbers.")] string Name,
    [property: Meaning("Its value.")] double Value,
    [property: Meaning("Low end of its range.")] double Low,
    [property: Meaning("High end of its range.")] double High,
    [property: Meaning("Change of compatibility at both ends; null where the scenario has none.")] InfluenceSwing? Compatibility,
    [property: Meaning("Change of viability at both ends.")] InfluenceSwing? Viability,
    [property: Meaning("Change of cohesion at both ends.")] InfluenceSwing? Cohesion,
    [property: Meaning("Change of host surplus at both ends.")] InfluenceSwing? HostSurplusUsdBn,
    [property: Meaning("Largest swing of the three scores, points.")] double LargestScoreSwing,
    [property: Meaning("Why an end could not be played.")] IReadOnlyList<string> Problems)
{
    internal static InfluenceRow Of(ParameterInfluence row) => new(
        row.Parameter.Name, row.Parameter.Value!.Value, row.Parameter.Range!.Value.Low, row.Parameter.Range.Value.High,
        InfluenceSwing.Of(row.On("compatibility")), InfluenceSwing.Of(row.On("viability")), InfluenceSwing.Of(row.On("cohesion")),
        InfluenceSwing.Of(row.On("hostSurplus")), row.LargestScoreSwing, row.Problems);
}

/// <summary>
/// Mean change of a measure at both ends of a range, paired over the same draws, with standard errors; null where it could not be played. It is clear
/// if one of them is more than two standard errors from nothing.
/// </summary>
public sealed record InfluenceSwing(
    [property: Meaning("Mean change at the low end; null where it could not be played.")] double? AtLow,
    [property: Meaning("Its standard error.")] double? AtLowStandardError,
    [property: Meaning("Mean change at the high end; null where it could not be played.")] double? AtHigh,
    [property: Meaning("Its standard error.")] double? AtHighStandardError,
    [property: Meaning("The larger of both in size.")] double Size,
    [property: Meaning("Whether one of them is more than two standard errors from nothing.")] bool IsClear)
{
    internal static InfluenceSwing? Of(Swing swing) => Known(swing.Low.Value) is null && Known(swing.High.Value) is null ? null : new InfluenceSwing(
        Known(swing.Low.Value), Known(swing.Low.StandardError), Known(swing.High.Value), Known(swing.High.StandardError), swing.Size, swing.IsClear);

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}

/// <summary>How many numbers rest on what.</summary>
public sealed record ProvenanceCounts(
    [property: Meaning("Numbers with a source.")] int Sourced,
    [property: Meaning("Numbers that a rule derives.")] int Derived,
    [property: Meaning("Numbers that are assumed.")] int Assumed)
{
    /// <summary>Counts parameters.</summary>
    public static ProvenanceCounts Of(IReadOnlyList<Parameter> parameters) => new(
        parameters.Count(p => p.Sources.Count > 0), parameters.Count(p => p.Derivation is not null), parameters.Count(p => p.Assumed is not null));
}

/// <summary>How the report is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(ProvenanceReport))]
public sealed partial class ProvenanceJson : JsonSerializerContext;
