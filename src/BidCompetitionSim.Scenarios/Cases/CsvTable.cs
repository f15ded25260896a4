using System.Globalization;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Cases;

/// <summary>A table whose columns are found by name, and whose cells are checked as they are read. Wrong cells are problems, never exceptions.</summary>
internal sealed class CsvTable
{
    private readonly string _file;
    private readonly Problems _problems;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    public CsvTable(string file, string text, string[] known, string[] needed, Problems problems)
    {
        (_file, _problems) = (file, problems);
        var records = CsvText.Read(file, text, problems);
        if (records.Count == 0)
        {
            problems.AddMissing(new Position(file, 1, 1), "", "no header", $"a first line with the columns {string.Join(", ", needed)}");
            return;
        }
        ReadHeader(records[0], known);
        foreach (var name in needed)
            if (!_columns.ContainsKey(name)) problems.Add(new Position(file, records[0].Line, 1), name, "no such column", "the column in the first line");
        foreach (var record in records.Skip(1))
        {
            if (record.Cells.Length == records[0].Cells.Length) Rows.Add(record);
            else problems.Add(new Position(file, record.Line, 1), "", $"{record.Cells.Length} cells", $"{records[0].Cells.Length}, as in the first line");
        }
    }

    /// <summary>Rows that have as many cells as the header.</summary>
    public List<CsvRecord> Rows { get; } = [];

    /// <summary>Reads a column from here on as if it were not there.</summary>
    public void Blank(string column) => _columns.Remove(column);

    /// <summary>The text of a cell without blanks around it; empty if it, or the column, is not there.</summary>
    public string Text(CsvRecord row, string column) => _columns.TryGetValue(column, out var i) ? row.Cells[i].Trim() : "";

    /// <summary>A text that must be there, at most as long as an id.</summary>
    public string Id(CsvRecord row, string column)
    {
        var text = Text(row, column);
        if (text.Length is 0 or > Limits.IdLength) Wrong(row, column, $"1 to {Limits.IdLength} characters");
        return text;
    }

    /// <summary>A number in its range; null if the cell is empty.</summary>
    public double? Number(CsvRecord row, string column, double least, double most)
    {
        var text = Text(row, column);
        if (text.Length == 0) return null;
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most) return value;
        Wrong(row, column, $"a number from {Shown.Number(least)} to {Shown.Number(most)}, or nothing");
        return null;
    }

    /// <summary>A year; null if the cell is empty.</summary>
    public int? Year(CsvRecord row, string column)
    {
        var value = Number(row, column, 1950, 2150);
        if (value is null) return null;
        if (value == Math.Floor(value.Value)) return (int)value;
        Wrong(row, column, "a whole year");
        return null;
    }

    /// <summary>One of some words; the first value if the cell is empty.</summary>
    public T Word<T>(CsvRecord row, string column, T empty, params ReadOnlySpan<(string Word, T Value)> words)
    {
        var text = Text(row, column);
        if (text.Length == 0) return empty;
        foreach (var (word, value) in words)
            if (word == text) return value;
        var valid = new string[words.Length];
        for (var i = 0; i < words.Length; i++) valid[i] = words[i].Word;
        Wrong(row, column, $"{string.Join(", ", valid)} or nothing", Nearest.Hint(text, valid));
        return empty;
    }

    public void Wrong(CsvRecord row, string column, string expected, string? hint = null)
    {
        var text = Text(row, column);
        _problems.Add(new Position(_file, row.Line, (_columns.TryGetValue(column, out var i) ? i : 0) + 1), column, text.Length == 0 ? "nothing" : Shown.Quoted(text), expected, hint);
    }

    private void ReadHeader(CsvRecord header, string[] known)
    {
        for (var i = 0; i < header.Cells.Length; i++)
        {
            var name = header.Cells[i].Trim();
            var at = new Position(_file, header.Line, i + 1);
            // A column of somebody's own is his business; one that is nearly ours is a slip of the pen.
            if (!_columns.TryAdd(name, i)) _problems.Add(at, "", $"the column {Shown.Quoted(name)} twice", "every column once");
            else if (!known.Contains(name) && name.Length > 3 && Nearest.To(name, known) is { } near && Nearest.Distance(name, near) <= 2)
                _problems.Add(at, "", $"the column {Shown.Quoted(name)}", "a column that is known, or one that is not so like it", $"did you mean {near}?");
        }
    }
}
