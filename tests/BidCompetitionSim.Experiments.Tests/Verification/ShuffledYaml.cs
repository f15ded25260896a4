namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>
/// Copies scenario files with the entries of every block mapping in another order. It knows YAML as the shipped files write it: an entry is a
/// line and what is indented deeper below it, with the comments above it; lists and entries in braces stay as they are.
/// </summary>
internal static class ShuffledYaml
{
    public static void Copy(string from, string to, Random random)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllLines(target, Shuffled([.. File.ReadAllLines(file).Where(line => line.Trim().Length > 0)], random));
        }
    }

    private static IEnumerable<string> Shuffled(string[] lines, Random random)
    {
        var entries = Entries(lines);
        if (entries.Any(entry => IsNoEntry(Head(entry)))) return lines;
        var shuffled = entries.ToArray();
        random.Shuffle(shuffled);
        return shuffled.SelectMany(entry => Inside(entry, random));
    }

    private static IEnumerable<string> Inside(string[] entry, Random random)
    {
        var head = Array.FindIndex(entry, line => !IsComment(line));
        return head < 0 ? entry : entry[..(head + 1)].Concat(Shuffled(entry[(head + 1)..], random));
    }

    // Comments belong to the entry below them; those at the end make an entry of their own.
    private static List<string[]> Entries(string[] lines)
    {
        var entries = new List<string[]>();
        var indent = lines.Where(line => !IsComment(line)).Select(Indent).FirstOrDefault();
        var from = 0;
        var headSeen = false;
        for (var k = 0; k < lines.Length; k++)
        {
            if (Indent(lines[k]) > indent) continue;
            if (headSeen)
            {
                entries.Add(lines[from..k]);
                (from, headSeen) = (k, false);
            }
            headSeen = !IsComment(lines[k]);
        }
        if (from < lines.Length) entries.Add(lines[from..]);
        return entries;
    }

    private static string Head(string[] entry) => Array.Find(entry, line => !IsComment(line)) ?? "";

    // Part of a list, of a folded text, or of a value in braces over several lines.
    private static bool IsNoEntry(string line)
    {
        var text = line.Trim();
        return text.Length > 0 && (text.StartsWith('-') || !text.Split(' ')[0].TrimEnd().EndsWith(':'));
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static bool IsComment(string line) => line.TrimStart().StartsWith('#');
}
