using BidCompetitionSim.Cli.Results;
using BidCompetitionSim.Cli.Scenarios;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Reports.Scenarios;

namespace BidCompetitionSim.Cli;

/// <summary>JSON Schemas of the documents that commands write by themselves, by the name of their file in docs/schemas.</summary>
internal static class DocumentSchemas
{
    public static IReadOnlyDictionary<string, string> All() => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["experiment-odd"] = DocumentSchema.Of(ResultJson.Default.KeptProtocol),
        ["odd"] = DocumentSchema.Of(ScenarioJson.Default.OddDocument),
        ["provenance"] = DocumentSchema.Of(ProvenanceJson.Default.ProvenanceReport),
        ["results"] = DocumentSchema.Of(ResultJson.Default.ResultList),
        ["scenario-diff"] = DocumentSchema.Of(ScenarioJson.Default.DifferenceList),
        ["scenarios"] = DocumentSchema.Of(ScenarioJson.Default.ScenarioList),
        ["validation"] = DocumentSchema.Of(ScenarioJson.Default.Validation),
        ["verification"] = DocumentSchema.Of(ResultJson.Default.Verification),
    };
}
