using System.IO.Compression;
using System.Text;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Store.Csv;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Bundles;

/// <summary>Writes the files of a bundle one after the other, and the manifest last, when their hashes are known.</summary>
internal sealed class BundleWriter(ZipArchive zip)
{
    private const int ReadableByAll = 0x81A4; // a plain file, rw-r--r--

    private readonly List<BundleEntry> _entries = [];

    public void Write(ResultStore store, StoredExperiment experiment)
    {
        var scenario = store.Scenario(experiment);
        Add(BundleLayout.Readme, Encoding.UTF8.GetBytes(BundleReadme.Of(experiment)));
        Add(BundleLayout.Plan, StoreJson.WriteIndented(experiment.Plan));
        Add(BundleLayout.Resolved, scenario.Resolved.Json.Span);
        Add(BundleLayout.Source, Encoding.UTF8.GetBytes(scenario.Source));
        if (store.Odd(experiment) is { } odd) Add(BundleLayout.Odd, odd);
        if (store.Result(experiment) is { } result) Add(BundleLayout.Result, result);
        var fold = new RowsFold();
        Add(BundleLayout.Rows, stream =>
        {
            var csv = new CsvSink(experiment.Plan, stream, withFingerprints: true);
            store.Replay(experiment, [csv, fold]);
            csv.Finish();
        });
        if (fold.Digest != (experiment.Digest ?? fold.Digest))
            throw new StoreException(store.Path, $"the rows of {experiment.Plan.Experiment} fold to {fold.Digest} and not to {experiment.Digest}, as when it ended", "The file was changed by something else");
        Add(BundleLayout.Manifest, StoreJson.WriteIndented(ManifestOf(experiment, fold)));
    }

    private BundleManifest ManifestOf(StoredExperiment experiment, RowsFold fold) => new()
    {
        Schema = BundleManifest.SchemaName, Program = ProgramIdentity.OfThisProcess(), Encoding = RunDigest.Encoding, Experiment = experiment.Plan.Experiment,
        ScenarioHash = experiment.Plan.ScenarioHash, Rows = fold.Rows, Failed = fold.Failed, Digest = fold.Digest, Sittings = experiment.Sittings, Entries = [.. _entries],
    };

    private void Add(string name, ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        Add(name, stream => stream.Write(copy));
    }

    private void Add(string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        (entry.LastWriteTime, entry.ExternalAttributes) = (BundleLayout.Time, ReadableByAll << 16);
        using var stream = new HashedStream(entry.Open());
        write(stream);
        _entries.Add(new BundleEntry(name, stream.Passed, stream.Hash));
    }
}
