namespace BidCompetitionSim.Store.Bundles;

/// <summary>A file that is no bundle, or not a whole one: all that is wrong with it.</summary>
public sealed class BundleException(string path, IReadOnlyList<string> problems) : Exception($"{path}: {string.Join("; ", problems)}")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong, one clause each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
