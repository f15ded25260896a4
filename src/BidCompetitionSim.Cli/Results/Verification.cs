using System.Text.Json.Serialization;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Store.Bundles;

namespace BidCompetitionSim.Cli.Results;

/// <summary>What came of playing a bundle again.</summary>
internal sealed record Verification(
    [property: JsonPropertyName("schema"), Meaning("Name of this document's form.")] string Schema,
    [property: Meaning("Id of the experiment.")] string Experiment,
    [property: Meaning("Whether every row that was played is the bundle's.")] bool Same,
    [property: Meaning("Whether all of it was played.")] bool Whole,
    [property: Meaning("Rows of the bundle.")] long Rows,
    [property: Meaning("Rows compared.")] long Compared,
    [property: Meaning("Rows that differ.")] long Different,
    [property: Meaning("The first difference; null if there is none.")] RowDifference? First)
{
    public const string SchemaName = "bidsim/verification/1";

    public static Verification Of(Bundle bundle, RowComparison comparison, bool whole) => new(
        SchemaName, bundle.Manifest.Experiment, comparison.First is null, whole, bundle.Manifest.Rows, comparison.Compared, comparison.Different, comparison.First);

    /// <summary>The same in a sentence.</summary>
    public string Text(string path) => First is { } first
        ? $"{path}: {Different:#,0} of {Figure.Count(Compared, "row")} {(Different == 1 ? "differs" : "differ")}. The first is row {first.Row:#,0} ({first.Where}): {first.Column} is {first.Bundled} in the bundle, {first.Played} now."
        : $"{path}: {(Whole ? "all" : "the first")} {Figure.Count(Compared, "row")}{(Whole ? "" : $" of {Rows:#,0}")} {(Compared == 1 ? "is" : "are")} the same to the last bit.";
}
