using System.Diagnostics.CodeAnalysis;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios;

/// <summary>What came of loading a scenario: the scenario, or everything that is wrong with its text.</summary>
public sealed class LoadedScenario
{
    private readonly Mapping? _merged;
    private readonly IReadOnlyList<string> _set;

    internal LoadedScenario(string foundAt, Bound bound, Mapping? merged = null, IReadOnlyList<string>? set = null)
    {
        (FoundAt, Scenario, Problems, Provenance) = (foundAt, bound.Scenario, bound.Problems, bound.Provenance);
        (_merged, _set) = (merged, set ?? []);
    }

    /// <summary>The file it was read from, for people: a path, or <c>shipped:NAME.yaml</c> for one that comes with the program; the name itself if nothing was found.</summary>
    public string FoundAt { get; }

    /// <summary>The scenario; null if there are problems.</summary>
    public Scenario? Scenario { get; }

    /// <summary>Everything wrong with it, by file and line; empty if it loaded.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Where its numbers come from; as far as it could be read.</summary>
    public Provenance Provenance { get; }

    /// <summary>Overrides that were applied, in their order.</summary>
    public IReadOnlyList<string> Set => _set;

    /// <summary>
    /// The files as one that stands alone, includes laid in and overrides left out: with the same overrides it loads to the same scenario, with the same
    /// parameters and ranges, where the files never were. Lines and remarks of the originals are lost.
    /// </summary>
    /// <exception cref="InvalidOperationException">The files could not be read, or parameters were set to other values.</exception>
    public string Text() => _merged is { } merged ? YamlWriter.Write(merged)
        : throw new InvalidOperationException("A scenario that could not be read, or whose parameters were set, has no text of its own.");

    /// <summary>The same files with further overrides, as <see cref="LoadOptions.Set"/> takes them. Costs a binding, a few milliseconds, but no reading.</summary>
    /// <exception cref="InvalidOperationException">The files could not be read in the first place.</exception>
    public LoadedScenario With(IReadOnlyList<string> set) => _merged is { } merged
        ? ScenarioFile.Bind(FoundAt, merged, [.. _set, .. set], new Problems())
        : throw new InvalidOperationException("A scenario that could not be read cannot be varied.");

    /// <summary>The same files with arms for those named that are known arrangements and no arms of the scenario yet; itself if there are none.</summary>
    public LoadedScenario WithArrangements(IEnumerable<string> names)
    {
        if (!Ok) return this;
        var missing = names.Distinct().Where(name => Arrangements.All.Contains(name) && !Array.Exists(Scenario.Arms, arm => arm.Id == name)).ToArray();
        return missing.Length == 0 ? this : With(Array.ConvertAll(missing, name => $"arms.{name}={{preset: {name}}}"));
    }

    /// <summary>
    /// The same files with some parameters set to other values, in their units: numbers that rules compute from them change along. Costs a
    /// binding, a few milliseconds, but no reading. Integers and dates are rounded half-even.
    /// </summary>
    /// <param name="values">Positions in <see cref="Provenance.Parameters"/> and values; one outside its parameter's bounds is a problem.</param>
    /// <exception cref="InvalidOperationException">The scenario did not load in the first place.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no parameter at a position.</exception>
    public LoadedScenario With(IReadOnlyDictionary<int, double> values)
    {
        if (Provenance.Tree is not { } tree) throw new InvalidOperationException("A scenario with problems cannot be varied.");
        var nodes = new Dictionary<Node, double>(values.Count, ReferenceEqualityComparer.Instance);
        foreach (var (parameter, value) in values)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)parameter, (uint)Provenance.Parameters.Count, nameof(values));
            nodes.Add(Provenance.NodeOf(parameter), value);
        }
        return new LoadedScenario(FoundAt, ScenarioBinder.Bind(tree, new Problems(), nodes));
    }

    /// <summary>The files as one tree; null if they could not be read.</summary>
    internal Mapping? Merged => _merged;

    /// <summary>Whether it loaded.</summary>
    [MemberNotNullWhen(true, nameof(Scenario))]
    public bool Ok => Scenario is not null;
}
