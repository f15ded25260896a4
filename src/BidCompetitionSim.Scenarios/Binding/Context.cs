using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>A number that a rule has yet to compute, and whose field it is.</summary>
internal readonly record struct Pending(object Owner, Field Field, Quantity Quantity, KeyPath Path);

/// <summary>What all readers of one scenario share.</summary>
internal sealed class Context(Problems problems, IReadOnlyDictionary<string, string> sources, DateOnly? start, Origins origins)
{
    /// <summary>The file name of values given on the command line.</summary>
    public const string OverrideFile = "--set";

    public Problems Problems { get; } = problems;

    public IReadOnlyDictionary<string, string> Sources { get; } = sources;

    public Origins Origins { get; } = origins;

    public List<Pending> Pending { get; } = [];

    /// <summary>Ids of entries that could not be read: who refers to them makes no mistake.</summary>
    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether days count from a date that could be read; if not, they count from some other.</summary>
    public bool HasStart => start is not null;

    public int DayOf(DateOnly date) => date.DayNumber - (start?.DayNumber ?? 0);

    /// <summary>Whether a value was given on the command line, where the user himself is the reason for it.</summary>
    public static bool IsOverride(Node node) => node.Position.File == OverrideFile;
}
