namespace BidCompetitionSim.Store.Bundles;

/// <summary>The files of a bundle, in their order. There are no others, and none in folders.</summary>
internal static class BundleLayout
{
    public const string Readme = "README.txt", Plan = "plan.json", Resolved = "scenario.json", Source = "scenario.yaml", Odd = "odd.md", Result = "result.json", Rows = "rows.csv", Manifest = "manifest.json";

    /// <summary>Longest document, rows apart.</summary>
    public const long LongestDocument = 64L << 20;

    /// <summary>Longest table of rows.</summary>
    public const long LongestRows = 64L << 30;

    /// <summary>Every entry's time, so that equal results make equal bundles: the first that a zip can say.</summary>
    public static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<string> Required { get; } = [Readme, Plan, Resolved, Source, Rows, Manifest];

    public static IReadOnlyList<string> All { get; } = [.. Required, Odd, Result];

    public static long LongestOf(string name) => name == Rows ? LongestRows : LongestDocument;
}
