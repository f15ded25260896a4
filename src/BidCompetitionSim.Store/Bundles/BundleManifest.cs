using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Store.Bundles;

/// <summary>What a bundle holds and how to tell that it is whole.</summary>
[Meaning("Manifest of a bundle: an experiment with everything that it takes to run it again.")]
public sealed record BundleManifest
{
    /// <summary>Name of the document's form; its last part rises when a member changes its meaning.</summary>
    public const string SchemaName = "bidsim/bundle/1";

    [Meaning("Name of this document's form.")]
    public required string Schema { get; init; }

    [Meaning("The program that wrote the bundle.")]
    public required ProgramIdentity Program { get; init; }

    [Meaning("What the program's results are versions of: programs that name the same give the same rows.")]
    public required string Encoding { get; init; }

    [Meaning("Name of the experiment in stores.")]
    public required string Experiment { get; init; }

    [Meaning("SHA-256 of the resolved scenario.")]
    public required string ScenarioHash { get; init; }

    [Meaning("Rows.")]
    public required long Rows { get; init; }

    [Meaning("Rows that failed.")]
    public required long Failed { get; init; }

    [Meaning("64-bit fold of every row's fingerprint in row order, hexadecimal: what a second run must come to.")]
    public required string Digest { get; init; }

    [Meaning("Who wrote the rows: programs, machines, libraries, commands.")]
    public required IReadOnlyList<Sitting> Sittings { get; init; }

    [Meaning("The other files of the bundle.")]
    public required IReadOnlyList<BundleEntry> Entries { get; init; }
}

/// <summary>A file of a bundle.</summary>
public sealed record BundleEntry(
    [property: Meaning("Its name.")] string Name, [property: Meaning("Its length in bytes.")] long Bytes,
    [property: Meaning("SHA-256 of its bytes, hexadecimal.")] string Sha256);
