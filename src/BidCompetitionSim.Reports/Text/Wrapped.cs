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

    /// <summary>Lines of at most <paramref name="width"/> cells: a word that is longer is broken, behind a hyphen if it has one in reach.</summary>
    public static IEnumerable<string> Tight(string text, int width) =>
        Lines(string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width))), width);

    private static IEnumerable<string> Pieces(string word, int width)
    {
        while (Cells.Of(word) > width)
        {
            var (fitting, hyphen) = (1, -1);
            for (var at = 1; at <= word.Length && Cells.Of(word[..at]) <= width; at++)
            {
                fitting = at;
                if (word[at - 1] == '-') hyphen = at;
            }
            var end = hyphen > 0 ? hyphen : fitting;
            yield return word[..end];
            word = word[end..];
        }
        if (word.Length > 0) yield return word;
    }
}
