using System.Text.Json.Serialization;
using BidCompetitionSim.Store.Bundles;

namespace BidCompetitionSim.Cli.Results;

/// <summary>What came of playing a bundle again.</summary>
/// <param name="Schema">Name of the document's form.</param>
/// <param name="Experiment">The experiment.</param>
/// <param name="Same">Whether every row that was played is the bundle's.</param>
/// <param name="Whole">Whether all of it was played.</param>
/// <param name="Rows">Rows of the bundle.</param>
/// <param name="Compared">Rows compared.</param>
/// <param name="Different">Rows that differ.</param>
/// <param name="First">The first difference; null if there is none.</param>
internal sealed record Verification(
    [property: JsonPropertyName("schema")] string Schema, string Experiment, bool Same, bool Whole, long Rows, long Compared, long Different, RowDifference? First)
{
    public const string SchemaName = "bidsim/verification/1";

    public static Verification Of(Bundle bundle, RowComparison comparison, bool whole) => new(
        SchemaName, bundle.Manifest.Experiment, comparison.First is null, whole, bundle.Manifest.Rows, comparison.Compared, comparison.Different, comparison.First);

    /// <summary>The same in a sentence.</summary>
    public string Text(string path) => First is { } first
        ? $"{path}: {Different:#,0} of {Compared:#,0} rows differ. The first is row {first.Row:#,0} ({first.Where}): {first.Column} is {first.Bundled} in the bundle, {first.Played} now."
        : $"{path}: {(Whole ? "all" : "the first")} {Compared:#,0} rows{(Whole ? "" : $" of {Rows:#,0}")} are the same to the last bit.";
}
