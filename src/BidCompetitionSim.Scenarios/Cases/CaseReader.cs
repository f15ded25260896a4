using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Cases;

/// <summary>Binds the rows of a table of cases.</summary>
internal sealed class CaseReader
{
    private static readonly string[] Needed = ["id", "host", "sector"];

    /// <summary>Columns that are read where they are there.</summary>
    public static readonly string[] Optional =
    [
        "name", "award_year", "decision_year", "competed", "china_offer_usd_bn", "japan_offer_usd_bn", "winner", "planned_completion", "actual_completion",
        "planned_cost_usd_bn", "actual_cost_usd_bn", "china_rate_pct", "china_tenor_y", "china_grace_y", "china_share_financed_pct", "china_sovereign",
        "japan_rate_pct", "japan_tenor_y", "japan_grace_y", "japan_share_financed_pct", "japan_sovereign", "both_offers_level", "hindcast_use", "realisation",
    ];

    // For people alone.
    private static readonly string[] Notes =
    [
        "china_terms", "japan_terms", "deal_form", "length_km", "design_speed_kmh", "gauge_mm", "status_2025", "host_leader_alignment_note", "sources", "confidence",
        "unverified_term_fields",
    ];

    private readonly CsvTable _table;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private CaseReader(string file, string text, Problems problems) => _table = new CsvTable(file, text, [.. Needed, .. Optional, .. Notes], Needed, problems);

    public static List<HistoricalCase> Read(string file, string text, IReadOnlyList<string> ignored, Problems problems)
    {
        var reader = new CaseReader(file, text, problems);
        foreach (var column in ignored) reader._table.Blank(column);
        return reader._table.Rows.ConvertAll(reader.Case);
    }

    private HistoricalCase Case(CsvRecord row)
    {
        var id = _table.Id(row, "id");
        if (id.Length > 0 && !_ids.Add(id)) _table.Wrong(row, "id", "an id that no row above has");
        var name = _table.Text(row, "name");
        return new HistoricalCase
        {
            Id = id, Name = name.Length > 0 ? name : id, Host = Host(row), Sector = Sector(row), Year = _table.Year(row, "award_year") ?? _table.Year(row, "decision_year"),
            Rivalry = _table.Word(row, "competed", Rivalry.Unknown, ("yes", Rivalry.Offers), ("both-interested", Rivalry.Interest), ("one-sided", Rivalry.OneSided)),
            Use = _table.Word(row, "hindcast_use", CaseUse.Unknown, ("core", CaseUse.Core), ("support", CaseUse.Support), ("control", CaseUse.Control)),
            BothStated = _table.Word(row, "both_offers_level", false, ("A", true), ("B", true), ("C", false), ("D", false)),
            China = Offer(row, "china"), Japan = Offer(row, "japan"),
            Winner = _table.Word<Winner?>(row, "winner", null, ("china", Winner.China), ("japan", Winner.Japan), ("other", Winner.Other), ("none", Winner.None)),
            PlannedCostUsdBn = Cost(row, "planned_cost_usd_bn"), ActualCostUsdBn = Cost(row, "actual_cost_usd_bn"),
            PlannedCompletion = _table.Year(row, "planned_completion"), ActualCompletion = _table.Year(row, "actual_completion"),
            Delivered = _table.Text(row, "realisation") == "delivered",
        };
    }

    private string Host(CsvRecord row)
    {
        var text = _table.Text(row, "host");
        if (Hosts.Find(text) is { } host) return host;
        _table.Wrong(row, "host", Hosts.Expected, Hosts.Hint(text));
        return "";
    }

    private string Sector(CsvRecord row)
    {
        var text = _table.Text(row, "sector");
        if (!Sectors.All.Contains(text)) _table.Wrong(row, "sector", $"one of {string.Join(", ", Sectors.All)}", Nearest.Hint(text, Sectors.All));
        return text;
    }

    private double? Cost(CsvRecord row, string column)
    {
        var cost = _table.Number(row, column, 0, 10_000);
        if (cost != 0) return cost;
        _table.Wrong(row, column, "more than 0, or nothing");
        return null;
    }

    private StatedOffer Offer(CsvRecord row, string side) => new(
        Cost(row, side + "_offer_usd_bn"), _table.Number(row, side + "_rate_pct", 0, 25) / 100, _table.Number(row, side + "_tenor_y", 1, 60),
        _table.Number(row, side + "_grace_y", 0, 59), _table.Number(row, side + "_share_financed_pct", 0, 100) / 100,
        _table.Word<bool?>(row, side + "_sovereign", null, ("yes", true), ("no", false)));
}
