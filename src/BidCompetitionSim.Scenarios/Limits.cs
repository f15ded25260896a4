namespace BidCompetitionSim.Scenarios;

/// <summary>What a scenario's text may not exceed. Each limit is far above what the shipped scenarios need and low enough that refusing costs little.</summary>
public static class Limits
{
    /// <summary>Bytes of one file.</summary>
    public const int FileBytes = 4 * 1024 * 1024;

    /// <summary>Nesting of maps and lists.</summary>
    public const int Depth = 24;

    /// <summary>Keys and values of one file, every alias counted as what it stands for.</summary>
    public const int Nodes = 200_000;

    /// <summary>Files read for one scenario.</summary>
    public const int Files = 64;

    /// <summary>Characters of a text.</summary>
    public const int TextLength = 2_000;

    /// <summary>Characters of an id.</summary>
    public const int IdLength = 64;

    /// <summary>Problems listed; the rest are counted.</summary>
    public const int Problems = 200;

    /// <summary>Entries of a list that <see cref="EntriesOf"/> does not name.</summary>
    public const int ListEntries = 1_000;

    /// <summary>How many entries a table or list of a scenario may have.</summary>
    /// <param name="key">Its key in the file, such as <c>segments</c>.</param>
    public static int EntriesOf(string key) => key switch
    {
        "sponsors" => 64,
        "segments" => 500,
        "places" => 300,
        "states" => 100,
        "links" => 2_000,
        "windows" => 200,
        "systems" => 16,
        "standards" => 64,
        "attributes" => 16,
        "arms" => 64,
        "currencies" => 32,
        "terms" => 64,
        "frictions" => 5_000,
        _ => ListEntries,
    };
}
