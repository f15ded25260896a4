using System.IO.Compression;
using System.Text;
using System.Text.Json;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Bundles;

/// <summary>
/// An experiment in one zip file that a paper can attach: plan, scenario, rows, who wrote them with what, and hashes of it all. It can be run again on
/// a machine that has nothing else.
/// </summary>
public sealed class Bundle : IDisposable
{
    private readonly ZipArchive _zip;

    private Bundle(string path, ZipArchive zip, BundleManifest manifest, ExperimentPlan plan, PlanDocument document) =>
        (Path, _zip, Manifest, Plan, Document) = (path, zip, manifest, plan, document);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What it holds, and the digest that its rows must come to.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>The plan, to be played again.</summary>
    public ExperimentPlan Plan { get; }

    /// <summary>The plan as it is written in the bundle.</summary>
    public PlanDocument Document { get; }

    /// <summary>Writes a bundle. The same results make the same bytes under one version of the runtime.</summary>
    /// <exception cref="StoreException">The experiment has not come to its end, or cannot be read.</exception>
    /// <exception cref="IOException">The bundle cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(ResultStore store, StoredExperiment experiment, string path)
    {
        CheckEnded(store, experiment);
        using var file = new NewFile(path);
        Write(store, experiment, file.Stream);
        file.Keep();
    }

    /// <summary>Writes a bundle to a stream.</summary>
    /// <exception cref="StoreException">The experiment has not come to its end, or cannot be read.</exception>
    /// <exception cref="IOException">The bundle cannot be written.</exception>
    public static void Write(ResultStore store, StoredExperiment experiment, Stream stream)
    {
        CheckEnded(store, experiment);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        new BundleWriter(zip).Write(store, experiment);
    }

    /// <summary>Opens a bundle that is whole: every file is there, no other is, and each has the bytes that the manifest says.</summary>
    /// <exception cref="BundleException">It is none, or this program would read or play it otherwise than the one that wrote it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Bundle Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return Open(path, Archive(file));
        }
        catch (Exception e)
        {
            file.Dispose();
            if (e is InvalidDataException or NotSupportedException) throw new BundleException(path, ["found an archive that is damaged or packed otherwise, expected a bundle as bidsim results bundle wrote it"]);
            if (e is JsonException json) throw new BundleException(path, [$"found {BundleLayout.Plan} in another form at {json.Path ?? "its beginning"}, expected {PlanDocument.SchemaName}"]);
            if (e is FormatException) throw new BundleException(path, [e.Message]);
            throw;
        }
    }

    private static ZipArchive Archive(FileStream file)
    {
        try
        {
            return new ZipArchive(file, ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            throw new FormatException("found no zip archive, or one cut short, expected a bundle, a file that bidsim results bundle wrote");
        }
    }

    private static void CheckEnded(ResultStore store, StoredExperiment experiment)
    {
        if (experiment.Rows != experiment.RowsPlanned)
            throw new StoreException(store.Path, $"{experiment.Plan.Experiment} has {experiment.Rows} of {experiment.RowsPlanned} rows", "Run it to its end with --resume first");
    }

    /// <summary>Its rows, from the first.</summary>
    public BundleRows Rows() => new(this, _zip.GetEntry(BundleLayout.Rows)!.Open());

    /// <summary>What the experiment said, JSON, UTF-8; null if the bundle has no such document.</summary>
    public byte[]? Result() => _zip.GetEntry(BundleLayout.Result) is { } entry ? BundleCheck.Document(entry) : null;

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private static Bundle Open(string path, ZipArchive zip)
    {
        var check = new BundleCheck(zip);
        if (check.Run() is not { } manifest || check.Problems.Count > 0) throw new BundleException(path, check.Problems);
        var document = StoreJson.Read<PlanDocument>(Bytes(zip, BundleLayout.Plan));
        if (document.Schema != PlanDocument.SchemaName) throw new FormatException($"{BundleLayout.Plan} has the form {document.Schema}, and this program reads {PlanDocument.SchemaName}");
        var resolved = ResolvedScenario.Parse(Bytes(zip, BundleLayout.Resolved));
        if (document.Experiment != manifest.Experiment || document.ScenarioHash != manifest.ScenarioHash || resolved.Hash != manifest.ScenarioHash)
            throw new FormatException("manifest, plan and scenario do not belong together");
        var plan = document.ToPlan(new ScenarioText(resolved, Encoding.UTF8.GetString(Bytes(zip, BundleLayout.Source))));
        return new Bundle(path, zip, manifest, plan, document);
    }

    private static byte[] Bytes(ZipArchive zip, string name) => BundleCheck.Document(zip.GetEntry(name)!);
}
