using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store;

/// <summary>JSON Schemas of the documents in stores and bundles, generated from their records: draft 2020-12, closed objects, every member described.</summary>
public static class StoreSchemas
{
    /// <summary>Of a plan.</summary>
    public static string Plan() => DocumentSchema.Of(StoreJson.Default.PlanDocument);

    /// <summary>Of a bundle's manifest.</summary>
    public static string Manifest() => DocumentSchema.Of(StoreJson.Default.BundleManifest);
}
