using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Hindcasting;

/// <summary>The JSON Schema of a hindcast's document, generated from its records.</summary>
public static class HindcastSchema
{
    /// <summary>The schema, draft 2020-12: closed objects, every member described.</summary>
    public static string Text() => DocumentSchema.Of(HindcastJson.Default.HindcastResult);
}
