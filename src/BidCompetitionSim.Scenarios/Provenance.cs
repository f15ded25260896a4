using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios;

/// <summary>Where every number of a scenario comes from.</summary>
public sealed class Provenance
{
    private readonly Lazy<(Parameter Parameter, Node Node)[]> _written;
    private readonly Lazy<Parameter[]> _parameters;

    internal Provenance(Mapping? tree, Context? context)
    {
        Tree = tree;
        Sources = context?.Sources ?? new Dictionary<string, string>();
        _written = new Lazy<(Parameter, Node)[]>(() => tree is null || context is null ? [] : ParameterList.Of(tree, context));
        _parameters = new Lazy<Parameter[]>(() => Array.ConvertAll(_written.Value, static written => written.Parameter));
    }

    /// <summary>All numbers and dates as written, sorted by name; empty if the scenario did not load.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters.Value;

    /// <summary>Citations by key.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }

    /// <summary>The tree that was bound; null if it has problems.</summary>
    internal Mapping? Tree { get; }

    /// <summary>The node at which a parameter is written.</summary>
    internal Node NodeOf(int parameter) => _written.Value[parameter].Node;
}
