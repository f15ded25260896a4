using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Experiments.Text;

/// <summary>
/// A table that fits the page: the first column to the left and broken into lines if need be, the others to the right. Where the page is too
/// narrow for columns, every row becomes a short paragraph of its own that names what would have stood above.
/// </summary>
internal sealed class Grid(params string[] headers)
{
    private const int NarrowestLead = 19;

    // Names of arms can be long: a heading is broken before a table is given up.
    private static readonly int[] WidestHeaders = [int.MaxValue, 24, 16, 12];

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
        var cells = headers.Select((_, column) => rows.Where(static row => row.Length > 1).Select(row => Cells.Of(row[column])).DefaultIfEmpty(0).Max()).ToArray();
        foreach (var widest in WidestHeaders)
            for (var gap = 2; gap > 0; gap--)
            {
                var widths = cells.Select((width, i) => Math.Max(width, Math.Min(widest, Cells.Of(headers[i])))).ToArray();
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

    // What is beside a broken cell stands on its last line, nearest to the next row's.
    private static void Line(Page page, string[] cells, int[] widths, int gap, Ink ink)
    {
        var broken = cells.Select((cell, i) => Broken(cell, widths[i], i == 0 ? 2 : 0)).ToArray();
        var height = broken.Max(static lines => lines.Length);
        for (var line = 0; line < height; line++)
        {
            var pieces = broken.Select(lines => line - (height - lines.Length) is >= 0 and var at ? lines[at] : "");
            page.Line(string.Concat(pieces.Select((piece, i) => i == 0 ? Cells.Left(piece, widths[0]) : new string(' ', gap) + Cells.Right(piece, widths[i]))).TrimEnd(), ink);
        }
    }

    private static string[] Broken(string text, int width, int hanging) =>
        Cells.Of(text) <= width ? [text] : [.. Wrapped.Tight(text, width - hanging).Select((line, i) => i == 0 ? line : new string(' ', hanging) + line)];

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
