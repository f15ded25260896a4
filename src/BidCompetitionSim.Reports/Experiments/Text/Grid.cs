using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Experiments.Text;

/// <summary>
/// A table that fits the page: the first column to the left and broken into lines if need be, the others to the right. Where the page is too
/// narrow for columns, every row becomes a short paragraph of its own that names what would have stood above.
/// </summary>
internal sealed class Grid(params string[] headers)
{
    private const int NarrowestLead = 19;

    private readonly List<string[]> rows = [];

    public Grid Row(params string[] cells)
    {
        rows.Add(cells);
        return this;
    }

    /// <summary>A line of its own above the rows that follow.</summary>
    public Grid Section(string title) => Row(title);

    public void Write(Page page)
    {
        if (rows.Count == 0) return;
        var widths = headers.Select((header, column) => rows.Where(row => row.Length > 1).Select(row => row[column].Length).DefaultIfEmpty(0).Max()).ToArray();
        for (var i = 1; i < widths.Length; i++) widths[i] = Math.Max(widths[i], headers[i].Length);
        for (var gap = 2; gap > 0; gap--)
        {
            var lead = page.Width - widths.Skip(1).Sum(width => width + gap);
            if (lead < Math.Min(widths[0], NarrowestLead)) continue;
            widths[0] = Math.Min(widths[0], lead);
            WriteColumns(page, widths, gap);
            return;
        }
        WriteParagraphs(page);
    }

    private void WriteColumns(Page page, int[] widths, int gap)
    {
        Line(page, headers, widths, gap, Ink.Faint);
        foreach (var row in rows)
            if (row.Length > 1) Line(page, row, widths, gap, Ink.Plain);
            else page.Paragraph(row[0], 0, 2, Ink.Bold);
    }

    // What is beside a broken lead stands on its last line, nearest to the next row's.
    private static void Line(Page page, string[] cells, int[] widths, int gap, Ink ink)
    {
        var lead = Broken(cells[0], widths[0]);
        for (var i = 0; i < lead.Length - 1; i++) page.Line(lead[i], ink);
        var rest = string.Concat(cells.Skip(1).Select((cell, i) => new string(' ', gap) + cell.PadLeft(widths[i + 1])));
        page.Line((lead[^1].PadRight(widths[0]) + rest).TrimEnd(), ink);
    }

    private static string[] Broken(string text, int width) =>
        text.Length <= width ? [text] : [.. Wrapped.Lines(text, width - 2).Select(static (line, i) => i == 0 ? line : $"  {line}")];

    private void WriteParagraphs(Page page)
    {
        foreach (var row in rows)
        {
            page.Paragraph(row[0], 0, 2, row.Length > 1 ? Ink.Plain : Ink.Bold);
            var cells = row.Select((cell, i) => (Cell: cell, Header: headers[i])).Skip(1).Where(one => one.Cell is not ("" or "-"));
            page.Paragraph(string.Join("; ", cells.Select(one => one.Header.Length > 0 ? $"{one.Header} {one.Cell}" : one.Cell)), 2);
        }
    }
}
