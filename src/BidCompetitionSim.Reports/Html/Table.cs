namespace BidCompetitionSim.Reports.Html;

/// <summary>A table: the first column says of what, the others are figures.</summary>
internal sealed class Table(params string[] headers)
{
    private readonly List<Markup> rows = [];
    private Markup groups = Markup.None;

    /// <summary>Headings above the headings, each over as many columns; the first column has none.</summary>
    public Table Over(IEnumerable<string> titles, int columns)
    {
        groups = Markup.Of($"<tr class=\"over\"><td></td>{titles.Select(title => Markup.Of($"<th scope=\"colgroup\" colspan=\"{columns}\">{title}</th>"))}</tr>");
        return this;
    }

    public Table Row(string lead, params string[] cells)
    {
        rows.Add(Markup.Of($"<tr><th scope=\"row\">{lead}</th>{cells.Select(static cell => Markup.Of($"<td>{Typeset.Cell(cell)}</td>"))}</tr>\n"));
        return this;
    }

    public Table Section(string title)
    {
        rows.Add(Markup.Of($"<tr class=\"section\"><th colspan=\"{headers.Length}\" scope=\"rowgroup\">{title}</th></tr>\n"));
        return this;
    }

    public Markup ToMarkup(string caption) => rows.Count == 0 ? Markup.None : Markup.Of(
        $"""
        <p class="caption">{Typeset.Of(caption)}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{caption}"><table>
        <thead>{groups}<tr>{headers.Select(static header => Markup.Of($"<th scope=\"col\">{Typeset.Of(header)}</th>"))}</tr></thead>
        <tbody>
        {rows}</tbody></table></div>

        """);
}
