using System.Formats.Tar;
using System.IO.Compression;

namespace BidCompetitionSim.Store.Ema;

/// <summary>
/// Results as the EMA Workbench keeps them (Kwakkel 2017): a tar.gz of CSV files that its <c>load_results</c> opens. Factors are its
/// uncertainties, arms its policies; each replication at a design point is a scenario of its own, so that its analyses see every row. Its writer
/// calls the files of scalar outcomes .cls; its reader takes the names that metadata.json gives, and here they are .csv, which they are.
/// </summary>
public static class EmaArchive
{
    /// <summary>Exports a stored experiment.</summary>
    /// <returns>Rows written, and rows left out because they failed.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static (long Rows, long Failed) Write(ResultStore store, StoredExperiment experiment, string path)
    {
        using var file = new NewFile(path);
        var written = Write(store, experiment, file.Stream, $"{file.Stream.Name}.tables");
        file.Keep();
        return written;
    }

    /// <summary>The same to a stream.</summary>
    /// <param name="store">The store.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="stream">Takes the archive.</param>
    /// <param name="folder">A folder that is not there yet, for its tables while they grow; it is gone afterwards.</param>
    public static (long Rows, long Failed) Write(ResultStore store, StoredExperiment experiment, Stream stream, string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            using var tables = new EmaTables(experiment.Plan, folder);
            var rows = store.Replay(experiment, [tables]);
            tables.Finish();
            using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            using (var tar = new TarWriter(gzip, TarEntryFormat.Ustar))
                Pack(tar, tables.Metadata, folder);
            return (rows - tables.Failed, tables.Failed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Pack(TarWriter tar, EmaMetadata metadata, string folder)
    {
        foreach (var name in metadata.Outcomes.Select(static outcome => outcome[2]).Prepend("experiments.csv"))
        {
            using var table = File.OpenRead(Path.Combine(folder, name));
            Add(tar, name, table);
        }
        Add(tar, "metadata.json", new MemoryStream(metadata.Json()));
    }

    private static void Add(TarWriter tar, string name, Stream content) =>
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = content, ModificationTime = DateTimeOffset.UnixEpoch });
}
