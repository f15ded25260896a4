using BidCompetitionSim.Store.Plans;
using BidCompetitionSim.Store.Schema;

namespace BidCompetitionSim.Store.Csv;

/// <summary>Columns of an experiment's rows as CSV, besides its measures by themselves.</summary>
internal static class CsvColumns
{
    /// <summary>All columns of a row; names that differ in case alone are told apart by a number, as in the store.</summary>
    public static string[] Of(PlanDocument plan, bool withFingerprints) => Columns.Distinct([
        "experiment", "point", .. plan.Factors.Select(static factor => factor.Name), "arm", "replication", "seed", "status", "reason",
        .. withFingerprints ? ["fingerprint", "redraws"] : Array.Empty<string>(),
        .. plan.Measures.Select(static measure => measure.Id),
        .. plan.Segments.Select(static segment => $"winner@{segment}"),
        .. plan.Junctions.Select(static junction => $"clash@{junction}")]);
}
