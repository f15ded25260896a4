namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>The valid name that a wrong one was probably meant to be.</summary>
public static class Nearest
{
    /// <summary>"did you mean Z?", or null if no name is within half its length, at most 3 edits.</summary>
    public static string? Hint(string name, IEnumerable<string> valid) => To(name, valid) is { } near ? $"did you mean {near}?" : null;

    /// <summary>The nearest name, letter case free; null if none is near. Of equally near ones the first in ordinal order.</summary>
    public static string? To(string name, IEnumerable<string> valid)
    {
        if (name.Length > Limits.IdLength) return null;
        var (best, bestDistance) = ((string?)null, Math.Clamp(name.Length / 2, 1, 3) + 1);
        foreach (var candidate in valid)
        {
            var distance = Distance(name, candidate);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
                (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    /// <summary>Edits (insert, delete, replace, swap of neighbours) between two names, letter case free (optimal string alignment).</summary>
    internal static int Distance(string a, string b)
    {
        var (before, row, next) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = row[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                next[j] = Math.Min(replaced, Math.Min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) next[j] = Math.Min(next[j], before[j - 2] + 1);
            }
            (before, row, next) = (row, next, before);
        }
        return row[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
