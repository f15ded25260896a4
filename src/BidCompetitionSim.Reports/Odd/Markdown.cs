using System.Text;

namespace BidCompetitionSim.Reports.Odd;

/// <summary>Writes Markdown. Text from files is escaped: it can neither begin markup nor end a cell.</summary>
internal sealed class Markdown(TextWriter output)
{
    public Markdown Heading(int level, string text)
    {
        output.Write($"{new string('#', level)} {Line(text)}\n\n");
        return this;
    }

    /// <summary>Markup of our own, as it stands.</summary>
    public Markdown Text(string markdown)
    {
        if (markdown.Length > 0) output.Write($"{markdown}\n\n");
        return this;
    }

    public Markdown Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(heads);
        Row([.. heads.Select(static _ => "---")], escape: false);
        foreach (var row in rows) Row(row);
        output.Write('\n');
        return this;
    }

    /// <summary>A text from elsewhere, harmless in a line of Markdown.</summary>
    public static string Line(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#') safe.Append('\\').Append(c);
            else safe.Append(char.IsControl(c) ? ' ' : c);
        }
        return safe.ToString();
    }

    private void Row(IReadOnlyList<string> cells, bool escape = true) =>
        output.Write($"| {string.Join(" | ", cells.Select(cell => escape ? Line(cell) : cell))} |\n");
}
