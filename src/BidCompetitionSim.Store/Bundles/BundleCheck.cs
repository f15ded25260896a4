using System.IO.Compression;
using System.Text.Json;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Bundles;

/// <summary>
/// Checks that an archive is a whole bundle before anything of it is believed. Nothing is ever unpacked to a disk; what claims to be longer than
/// a bundle's files may be, or turns out longer than it claims, is not read to its end.
/// </summary>
internal sealed class BundleCheck(ZipArchive zip)
{
    private readonly List<string> _problems = [];

    /// <summary>All that is wrong; empty for a whole bundle.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public BundleManifest? Run()
    {
        CheckNames();
        if (_problems.Count > 0 || Manifest() is not { } manifest) return null;
        CheckEntries(manifest);
        foreach (var entry in manifest.Entries)
            if (_problems.Count == 0 || zip.GetEntry(entry.Name) is not null) CheckContent(entry);
        return manifest;
    }

    private void CheckNames()
    {
        foreach (var entries in zip.Entries.GroupBy(static entry => entry.FullName, StringComparer.Ordinal))
        {
            if (!BundleLayout.All.Contains(entries.Key)) _problems.Add($"a bundle has no file {Shown(entries.Key)}");
            else if (entries.Count() > 1) _problems.Add($"{entries.Key} is there {entries.Count()} times");
            else if (entries.Single().Length > BundleLayout.LongestOf(entries.Key)) _problems.Add($"{entries.Key} is longer than {BundleLayout.LongestOf(entries.Key)} bytes");
        }
        foreach (var name in BundleLayout.Required)
            if (zip.GetEntry(name) is null) _problems.Add($"{name} is missing");
    }

    private BundleManifest? Manifest()
    {
        try
        {
            var manifest = StoreJson.Read<BundleManifest>(Document(zip.GetEntry(BundleLayout.Manifest)!));
            if (manifest.Schema == BundleManifest.SchemaName) return manifest;
            _problems.Add($"{BundleLayout.Manifest} has the form {Shown(manifest.Schema)}, and this program reads {BundleManifest.SchemaName}");
        }
        catch (JsonException e)
        {
            _problems.Add($"{BundleLayout.Manifest} cannot be read: it has another form at {e.Path ?? "its beginning"}, and this program reads {BundleManifest.SchemaName}");
        }
        return null;
    }

    private void CheckEntries(BundleManifest manifest)
    {
        var listed = manifest.Entries.Select(static entry => entry.Name).ToArray();
        foreach (var name in listed.Except(zip.Entries.Select(static entry => entry.FullName))) _problems.Add($"the manifest lists {Shown(name)}, which is not there");
        foreach (var name in zip.Entries.Select(static entry => entry.FullName).Except(listed.Append(BundleLayout.Manifest))) _problems.Add($"the manifest does not list {name}");
        if (listed.Distinct().Count() < listed.Length) _problems.Add("the manifest lists a file twice");
    }

    private void CheckContent(BundleEntry listed)
    {
        if (zip.GetEntry(listed.Name) is not { } entry) return;
        if (entry.Length != listed.Bytes)
        {
            _problems.Add($"{listed.Name} has {entry.Length} bytes, the manifest says {listed.Bytes}");
            return;
        }
        using var content = new HashedStream(entry.Open());
        var buffer = new byte[1 << 16];
        while (content.Passed <= listed.Bytes && content.Read(buffer) > 0) { }
        if (content.Passed != listed.Bytes) _problems.Add($"{listed.Name} is not as long as it says");
        else if (content.Hash != listed.Sha256) _problems.Add($"{listed.Name} was changed: its SHA-256 is {content.Hash}, the manifest says {Shown(listed.Sha256)}");
    }

    /// <summary>A document of a bundle, no longer than it may be.</summary>
    public static byte[] Document(ZipArchiveEntry entry)
    {
        var bytes = new byte[Math.Min(entry.Length, BundleLayout.LongestDocument)];
        using var content = entry.Open();
        return bytes.AsSpan(..content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).ToArray();
    }

    private static string Shown(string text) => text.Length <= 80 ? $"\"{text}\"" : $"\"{text[..80]}…\"";
}
