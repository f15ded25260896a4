using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Says what is wrong across records, at the line of the value concerned.</summary>
internal sealed class Findings(Context context)
{
    private const int NamesListed = 12;

    public void Add(object record, string key, string found, string expected, string? hint = null)
    {
        var (map, path) = context.Origins.Of(record);
        context.Problems.Add(map.PositionOf(key), (key.Length == 0 ? path : path.Key(key)).ToString(), found, expected, hint);
    }

    /// <summary>Where a value of a record is written.</summary>
    public Position PlaceOf(object record, string key) => context.Origins.Of(record).Map.PositionOf(key);

    /// <summary>Whether days count from a date that could be read, and so can be held against others.</summary>
    public bool HasStart => context.HasStart;

    /// <summary>Whether a rule computes the number under a key.</summary>
    public bool Derives(object record, string key) => context.Pending.Exists(pending => ReferenceEquals(pending.Owner, record) && pending.Field.Key == key);

    /// <summary>Whether a record's own map has a key, right or wrong: what is wrong has a problem of its own.</summary>
    public bool Writes(object record, string key) => context.Origins.Of(record).Map[key] is not null;

    /// <summary>Checks that there is at least one entry; one that could not be read is one.</summary>
    public void Some(object record, string key, int count, string what)
    {
        if (count == 0 && context.Unread.Count == 0) Add(record, key, $"no {what}", "at least one");
    }

    /// <summary>Checks that a name is known; an empty one has its own problem, and so has the entry that it names if it could not be read.</summary>
    public bool Known(object record, string key, string name, IReadOnlyCollection<string> valid, string what)
    {
        if (name.Length == 0 || valid.Contains(name) || context.Unread.Contains(name)) return true;
        var listed = valid.Count is > 0 and <= NamesListed ? $" ({string.Join(", ", valid)})" : "";
        Add(record, key, Shown.Quoted(name), $"{what}{listed}", Nearest.Hint(name, valid));
        return false;
    }

    public void Known(object record, string key, string[] names, IReadOnlyCollection<string> valid, string what)
    {
        foreach (var name in names) Known(record, key, name, valid, what);
    }
}
