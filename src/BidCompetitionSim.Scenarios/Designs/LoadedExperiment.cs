using System.Diagnostics.CodeAnalysis;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Designs;

/// <summary>What came of reading an experiment file: what it says, or everything that is wrong with its text.</summary>
public sealed class LoadedExperiment
{
    private readonly Mapping? _map;
    private readonly string? _folder;

    internal LoadedExperiment(string foundAt, ExperimentText? text, Mapping? map, string? folder, Problems problems)
    {
        (FoundAt, _map, _folder, Problems, Draft) = (foundAt, map, folder, problems.ToArray(), text);
        Text = Problems.Count == 0 ? text : null;
    }

    /// <summary>The file it was read from, for people.</summary>
    public string FoundAt { get; }

    /// <summary>What it says; null if there are problems.</summary>
    public ExperimentText? Text { get; }

    /// <summary>
    /// What could be read of it, to look for further problems in: null where nothing could, and in it null, or NaN among numbers, for whatever the
    /// problems are about.
    /// </summary>
    public ExperimentText? Draft { get; }

    /// <summary>Everything wrong with its text, by line; what only the scenario can tell is not among it.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether it could be read.</summary>
    [MemberNotNullWhen(true, nameof(Text))]
    public bool Ok => Text is not null;

    /// <summary>Folder of scenarios that is looked in first; null for none.</summary>
    internal string? ScenarioFolder { get; init; }

    /// <summary>Loads its scenario, with the overrides of all arms as far as they could be read.</summary>
    /// <exception cref="InvalidOperationException">The file names none that could be read.</exception>
    public LoadedScenario LoadScenario() => LoadScenario([.. Draft?.Set.OfType<string>() ?? []]);

    /// <summary>Loads its scenario: a name as ever, a path from the file's own folder.</summary>
    /// <param name="set">Overrides.</param>
    /// <exception cref="InvalidOperationException">The file names none that could be read.</exception>
    public LoadedScenario LoadScenario(IReadOnlyList<string> set)
    {
        if (Draft?.Scenario is not { } name) throw new InvalidOperationException("An experiment that could not be read has no scenario.");
        var isPath = name.Contains('/') || name.EndsWith(".yaml", StringComparison.Ordinal);
        return ScenarioFile.Load(isPath && _folder is not null ? Path.Combine(_folder, name) : name, new LoadOptions { Folder = ScenarioFolder, Set = [.. set] });
    }

    /// <summary>Whether something in a part of the file, named by its path, could not be read: what seems to be missing there may be what is wrong.</summary>
    public bool Doubtful(string part) => Problems.Any(problem => problem.Path == part || problem.Path.StartsWith($"{part}.", StringComparison.Ordinal)
        || problem.Path.StartsWith($"{part}[", StringComparison.Ordinal) || (problem.Path.Length == 0 && problem.Hint == Nearest.Hint(part, [part])));

    /// <summary>A problem at a place of the file, or at the nearest place above it that is there.</summary>
    /// <param name="found">What stands there.</param>
    /// <param name="expected">What would be accepted.</param>
    /// <param name="hint">What the author may have meant; null if nothing is near.</param>
    /// <param name="steps">Keys and positions that lead there.</param>
    public Problem Wrong(string found, string expected, string? hint, params ReadOnlySpan<object> steps)
    {
        Node? node = _map;
        var (at, path) = (_map?.Position ?? new Position(FoundAt, 1, 1), KeyPath.Root);
        foreach (var step in steps)
        {
            path = step is int item ? path.Item(item) : path.Key((string)step);
            node = (node, step) switch
            {
                (Mapping map, string key) => map[key],
                (Sequence list, int index) when index < list.Items.Length => list.Items[index],
                _ => null,
            };
            if (node is not null) at = node.Position;
        }
        return new Problem(at.File, at.Line, at.Column, path.ToString(), found, expected, hint);
    }
}
