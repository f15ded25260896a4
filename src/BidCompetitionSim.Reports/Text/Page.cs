namespace BidCompetitionSim.Reports.Text;

/// <summary>Where a report is written: so wide, with colour or without.</summary>
/// <param name="output">Receives the text.</param>
/// <param name="width">Cells in a line.</param>
/// <param name="colour">Whether to colour.</param>
public sealed class Page(TextWriter output, int width, bool colour)
{
    /// <summary>Cells in a line.</summary>
    public int Width { get; } = width;

    /// <summary>Writes a piece of a line.</summary>
    public Page Write(string text, Ink ink = Ink.Plain)
    {
        var code = colour ? CodeOf(ink) : "";
        output.Write(code.Length == 0 ? text : $"\e[{code}m{text}\e[0m");
        return this;
    }

    /// <summary>Ends a line.</summary>
    public Page Line(string text = "", Ink ink = Ink.Plain)
    {
        if (text.Length > 0) Write(text, ink);
        output.Write('\n');
        return this;
    }

    /// <summary>Writes a heading with a line above.</summary>
    public void Heading(string text)
    {
        Line();
        Paragraph(text, ink: Ink.Bold);
        Line(new string('-', Math.Min(Width, Cells.Of(text))), Ink.Faint);
    }

    /// <summary>Writes text broken into lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indent">Spaces before every line.</param>
    /// <param name="hanging">Further spaces before every line but the first.</param>
    /// <param name="ink">How.</param>
    public Page Paragraph(string text, int indent = 0, int hanging = 0, Ink ink = Ink.Plain)
    {
        var first = true;
        foreach (var line in Wrapped.Lines(text, Width - indent - hanging))
        {
            Write(new string(' ', first ? indent : indent + hanging)).Line(line, ink);
            first = false;
        }
        return this;
    }

    /// <summary>Writes text broken into lines beside a lead, such as a date; all lines but the first are indented by as much.</summary>
    public void Entry(string lead, string text, Ink ink = Ink.Plain, Ink leadInk = Ink.Plain)
    {
        Write(lead, leadInk);
        var first = true;
        foreach (var line in Wrapped.Lines(text, Width - Cells.Of(lead)))
        {
            if (!first) Write(new string(' ', Cells.Of(lead)));
            Line(line, ink);
            first = false;
        }
    }

    private static string CodeOf(Ink ink) => ink switch
    {
        Ink.Bold => "1", Ink.Faint => "2", Ink.Alarm => "33", Ink.FirstSponsor => "31", Ink.SecondSponsor => "34", Ink.ThirdSponsor => "32",
        Ink.FurtherSponsor => "35", _ => "",
    };
}
