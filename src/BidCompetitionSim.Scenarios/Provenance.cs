using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios;

/// <summary>Where every number of a scenario comes from, and the same scenario with some of them set to something else.</summary>
public sealed class Provenance
{
    private readonly string _foundAt;
    private readonly Mapping? _tree;
    private readonly Lazy<Parameter[]> _parameters;
    private Node[] _nodes = [];

    internal Provenance(string foundAt, Mapping? tree, Context? context)
    {
        (_foundAt, _tree) = (foundAt, tree);
        Sources = context?.Sources ?? new Dictionary<string, string>();
        _parameters = new Lazy<Parameter[]>(() =>
        {
            var written = tree is null || context is null ? [] : ParameterList.Of(tree, context);
            _nodes = Array.ConvertAll(written, static parameter => parameter.Node);
            return Array.ConvertAll(written, static parameter => parameter.Parameter);
        });
    }

    /// <summary>All numbers and dates as written, sorted by name; empty if the scenario did not load.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters.Value;

    /// <summary>Citations by key.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }

    /// <summary>
    /// The scenario with some parameters set to other values, in their units: numbers that rules compute from them change along. Costs a
    /// binding, a few milliseconds, but no reading. Integers and dates are rounded half-even.
    /// </summary>
    /// <param name="values">Positions in <see cref="Parameters"/> and values; a value outside the parameter's bounds is a problem.</param>
    /// <exception cref="InvalidOperationException">The scenario did not load in the first place.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no parameter at a position.</exception>
    public LoadedScenario With(IReadOnlyDictionary<int, double> values)
    {
        if (_tree is null) throw new InvalidOperationException("A scenario with problems cannot be varied.");
        var count = Parameters.Count;
        var overrides = new Dictionary<Node, double>(values.Count, ReferenceEqualityComparer.Instance);
        foreach (var (index, value) in values)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)count, nameof(values));
            overrides.Add(_nodes[index], value);
        }
        return ScenarioFile.Bind(_foundAt, _tree, new Problems(), overrides);
    }
}
