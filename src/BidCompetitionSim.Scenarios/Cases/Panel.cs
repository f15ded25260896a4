namespace BidCompetitionSim.Scenarios.Cases;

/// <summary>What the panel knows of a state in a year; a missing figure is null.</summary>
/// <param name="State">ISO 3166 alpha-3 code.</param>
/// <param name="Year">Year.</param>
/// <param name="GdpUsdBn">Gross domestic product, USD bn.</param>
/// <param name="DebtToGdp">Gross public debt over GDP.</param>
/// <param name="Governance">Corruption Perceptions Index over 100.</param>
public sealed record CountryYear(string State, int Year, double? GdpUsdBn, double? DebtToGdp, double? Governance);

/// <summary>States year by year: what was known of a host when it chose.</summary>
public sealed class Panel
{
    private readonly Dictionary<(string, int), CountryYear> _rows;

    internal Panel(IEnumerable<CountryYear> rows) => _rows = rows.ToDictionary(row => (row.State, row.Year));

    /// <summary>All rows, in the order of states and years.</summary>
    public IEnumerable<CountryYear> Rows => _rows.Values.OrderBy(row => row.State, StringComparer.Ordinal).ThenBy(row => row.Year);

    /// <summary>First and last year of which anything is known.</summary>
    public (int First, int Last) Years => (_rows.Keys.Min(static key => key.Item2), _rows.Keys.Max(static key => key.Item2));

    /// <summary>Public debt over GDP at the end of the year before, or the last known before that; before all known years the first; null if none is known.</summary>
    public double? DebtBefore(string state, int year) => LastBefore(state, year, static row => row.DebtToGdp);

    /// <summary>The same of governance.</summary>
    public double? GovernanceBefore(string state, int year) => LastBefore(state, year, static row => row.Governance);

    /// <summary>The same of gross domestic product, USD bn.</summary>
    public double? GdpBefore(string state, int year) => LastBefore(state, year, static row => row.GdpUsdBn);

    private double? LastBefore(string state, int year, Func<CountryYear, double?> of)
    {
        CountryYear? last = null, first = null;
        foreach (var row in _rows.Values)
        {
            if (row.State != state || of(row) is null) continue;
            if (row.Year < year && (last is null || row.Year > last.Year)) last = row;
            if (first is null || row.Year < first.Year) first = row;
        }
        return (last ?? first) is { } known ? of(known) : null;
    }
}
