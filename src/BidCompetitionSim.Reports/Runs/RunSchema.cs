using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Runs;

/// <summary>The JSON Schema of a run's document, generated from its records.</summary>
public static class RunSchema
{
    /// <summary>The schema, draft 2020-12: closed objects, every member described.</summary>
    public static string Text() => DocumentSchema.Of(RunJson.Default.RunResult);
}
