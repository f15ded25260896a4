namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>Collects everything wrong, up to <see cref="Limits.Problems"/>.</summary>
internal sealed class Problems
{
    private readonly List<Problem> _list = [];
    private readonly HashSet<(Position, string, string)> _seen = [];
    private int _more;

    public int Count => _list.Count;

    /// <summary>Whether a part of the scenario could not be read. It may hold whatever seems to be missing, so nothing is said to be.</summary>
    public bool PartUnread { get; set; }

    public void Add(Position at, string path, string found, string expected, string? hint = null)
    {
        if (!_seen.Add((at, found, expected))) return; // one mistake among defaults is one problem, however many entries it reaches
        if (_list.Count < Limits.Problems) _list.Add(new Problem(at.File, at.Line, at.Column, path, found, expected, hint));
        else _more++;
    }

    public void Add(Node at, KeyPath path, string expected, string? hint = null) => Add(at.Position, path.ToString(), at.Describe(), expected, hint);

    /// <summary>Adds that something is missing or not known, unless it may stand in a part that could not be read.</summary>
    public void AddMissing(Position at, string path, string found, string expected, string? hint = null)
    {
        if (!PartUnread) Add(at, path, found, expected, hint);
    }

    /// <summary>All problems, in the order of their files and lines.</summary>
    public Problem[] ToArray()
    {
        var sorted = _list.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column).ToList();
        if (_more > 0) sorted.Add(new Problem(sorted[^1].File, sorted[^1].Line, 1, "", $"{_more} more problems", "none"));
        return [.. sorted];
    }
}
