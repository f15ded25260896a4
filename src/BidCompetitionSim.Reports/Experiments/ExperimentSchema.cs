using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Experiments;

/// <summary>The JSON Schema of an experiment's document, generated from its records.</summary>
public static class ExperimentSchema
{
    /// <summary>The schema, draft 2020-12: closed objects, every member described.</summary>
    public static string Text() => DocumentSchema.Of(ExperimentJson.Default.ExperimentResult);
}
