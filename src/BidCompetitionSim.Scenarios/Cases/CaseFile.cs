using System.Diagnostics.CodeAnalysis;
using System.Text;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Cases;

/// <summary>What came of reading a table of cases: the cases, or everything that is wrong with it.</summary>
/// <param name="FoundAt">The file, for people.</param>
/// <param name="Cases">The cases, sorted by id; null if there are problems.</param>
/// <param name="Problems">Everything wrong with it, by line.</param>
public sealed record LoadedCases(string FoundAt, IReadOnlyList<HistoricalCase>? Cases, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether it could be read.</summary>
    [MemberNotNullWhen(true, nameof(Cases))]
    public bool Ok => Cases is not null;

    /// <summary>Columns that were read as if they were empty.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Whether it is the table that comes with the program.</summary>
    public bool IsShipped => FoundAt == CaseFile.ShippedName;
}

/// <summary>Reads tables of cases. Bad text never throws: it comes back as problems.</summary>
public static class CaseFile
{
    private const string ShippedCases = "data/cases.csv", ShippedPanel = "data/panel.csv";

    private static readonly string[] PanelColumns = ["iso3", "year", "gdp_usd_bn", "gross_debt_pct_gdp", "corruption_perceptions_0_100"];

    /// <summary>Columns that a table may leave out, and a reader ignore.</summary>
    public static IReadOnlyList<string> Optional => CaseReader.Optional;

    internal static string ShippedName { get; } = ShippedRoot.Instance.Name(ShippedCases);

    /// <summary>The cases that come with the program.</summary>
    /// <param name="ignored">Columns that are read as if they were empty: some of <see cref="Optional"/>.</param>
    public static LoadedCases Shipped(params IReadOnlyList<string> ignored) => Parse(ShippedName, ShippedRoot.Instance.Read(ShippedCases)!, ignored);

    /// <summary>The panel of states that comes with the program.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read, which a test rules out.</exception>
    public static Panel Panel()
    {
        var problems = new Problems();
        var file = ShippedRoot.Instance.Name(ShippedPanel);
        var table = new CsvTable(file, Encoding.UTF8.GetString(ShippedRoot.Instance.Read(ShippedPanel)!), PanelColumns, PanelColumns, problems);
        var rows = table.Rows.ConvertAll(row => new CountryYear(table.Id(row, "iso3"), table.Year(row, "year") ?? 0,
            table.Number(row, "gdp_usd_bn", 0, 1e6), table.Number(row, "gross_debt_pct_gdp", 0, 1000) / 100, table.Number(row, "corruption_perceptions_0_100", 0, 100) / 100));
        return problems.Count == 0 ? new Panel(rows) : throw new InvalidOperationException(problems.ToArray()[0].ToString());
    }

    /// <summary>Reads a table of cases from a file.</summary>
    /// <param name="path">Path of the file. Nothing in it names another file or is ever run.</param>
    /// <param name="ignored">Columns that are read as if they were empty: some of <see cref="Optional"/>.</param>
    public static LoadedCases Load(string path, params IReadOnlyList<string> ignored)
    {
        var problems = new Problems();
        var root = new FolderRoot(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".", Path.GetFileName(path));
        try
        {
            if (root.Read(Path.GetFileName(path)) is { } bytes) return Parse(root.Name(Path.GetFileName(path)), bytes, ignored);
            problems.Add(Position.Of(path), "", "no such file", "a table of cases (bidsim hindcast --help shows its columns)");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(Position.Of(path), "", Obstacle.Of(e), "a file that can be read");
        }
        return new LoadedCases(path, null, problems.ToArray());
    }

    /// <summary>Reads a table of cases from bytes at hand.</summary>
    /// <param name="name">What problems call the file.</param>
    /// <param name="bytes">The bytes of the file.</param>
    /// <param name="ignored">Columns that are read as if they were empty: some of <see cref="Optional"/>.</param>
    public static LoadedCases Parse(string name, byte[] bytes, params IReadOnlyList<string> ignored)
    {
        var problems = new Problems();
        var cases = Utf8Text.Decode(name, bytes, problems) is { } text ? CaseReader.Read(name, text, ignored, problems) : [];
        if (problems.Count > 0) return new LoadedCases(name, null, problems.ToArray());
        cases.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return new LoadedCases(name, cases, []) { Ignored = ignored };
    }
}
