namespace BidCompetitionSim.Reports.Text;

/// <summary>Breaks text into lines.</summary>
public static class Wrapped
{
    /// <summary>Lines of at most <paramref name="width"/> cells, broken between words; a longer word has a line of its own.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Cells.Of(line) + 1 + Cells.Of(word) > width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        if (line.Length > 0) yield return line;
    }
}
