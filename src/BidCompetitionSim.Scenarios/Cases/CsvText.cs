using System.Text;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Cases;

/// <summary>One record of a table of comma-separated values.</summary>
/// <param name="Line">Line of the file that it begins on, from 1.</param>
/// <param name="Cells">Its cells, quotes taken off.</param>
internal sealed record CsvRecord(int Line, string[] Cells);

/// <summary>
/// Comma-separated values after RFC 4180: cells in double quotes may hold commas, line ends and doubled quotes; a line ends in LF or CRLF. What a lenient
/// reader would guess at (a quote inside a bare cell, text after a closing quote, a quote that is never closed) is a problem.
/// </summary>
internal sealed class CsvText
{
    private readonly string _file;
    private readonly string _text;
    private readonly Problems _problems;
    private readonly StringBuilder _cell = new();
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private CsvText(string file, string text, Problems problems) => (_file, _text, _problems) = (file, text, problems);

    /// <summary>Its records, empty lines left out; those before the first problem if there is one.</summary>
    public static List<CsvRecord> Read(string file, string text, Problems problems)
    {
        var reader = new CsvText(file, text, problems);
        var records = new List<CsvRecord>();
        while (!reader.AtEnd)
        {
            var line = reader._line;
            if (reader.Record() is not { } cells) break;
            if (cells is [""]) continue;
            records.Add(new CsvRecord(line, cells));
            // The first line is no row.
            if (records.Count <= CaseLimits.Rows + 1) continue;
            problems.Add(new Position(file, line, 1), "", $"more than {CaseLimits.Rows:N0} rows", "a smaller table");
            break;
        }
        return records;
    }

    private bool AtEnd => _at >= _text.Length;

    private string[]? Record()
    {
        var cells = new List<string>();
        while (true)
        {
            if ((Next is '"' ? Quoted() : Bare()) is not { } cell) return null;
            cells.Add(cell);
            if (cells.Count > CaseLimits.Columns) return Refuse($"more than {CaseLimits.Columns} cells", "fewer cells");
            if (cell.Length > CaseLimits.CellLength) return Refuse($"a cell of {cell.Length:N0} characters", $"at most {CaseLimits.CellLength:N0}");
            if (Next is not ',') break;
            _at++;
        }
        EndLine();
        return [.. cells];
    }

    private char? Next => AtEnd ? null : _text[_at];

    private bool AtLineEnd => AtEnd || _text[_at] == '\n' || (_text[_at] == '\r' && _at + 1 < _text.Length && _text[_at + 1] == '\n');

    private string? Bare()
    {
        var start = _at;
        while (!AtLineEnd && _text[_at] != ',')
        {
            if (_text[_at] == '"')
            {
                Refuse("a quote inside a cell without quotes", "the whole cell in quotes, and a quote in it doubled");
                return null;
            }
            _at++;
        }
        return _text[start.._at];
    }

    private string? Quoted()
    {
        var opened = Here;
        _at++;
        _cell.Clear();
        for (; !AtEnd; _at++)
        {
            var letter = _text[_at];
            if (letter == '"' && (_at + 1 >= _text.Length || _text[_at + 1] != '"'))
            {
                _at++;
                if (AtLineEnd || Next is ',') return _cell.ToString();
                Refuse("text after a closing quote", "a comma or the end of the line");
                return null;
            }
            if (letter == '"') _at++;
            if (letter == '\n') NewLine(_at + 1);
            _cell.Append(letter);
        }
        _problems.Add(opened, "", "a quote that is never closed", "a closing quote");
        return null;
    }

    private void EndLine()
    {
        if (Next is '\r') _at++;
        if (!AtEnd) _at++;
        NewLine(_at);
    }

    private void NewLine(int start) => (_line, _lineStart) = (_line + 1, start);

    private Position Here => new(_file, _line, _at - _lineStart + 1);

    private string[]? Refuse(string found, string expected)
    {
        _problems.Add(Here, "", found, expected);
        return null;
    }
}
