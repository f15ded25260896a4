using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>Remembers where records and numbers were written, and which numbers an analysis sets to something else.</summary>
internal sealed class Origins(IReadOnlyDictionary<Node, double>? overrides = null)
{
    private readonly Dictionary<object, (Mapping Map, KeyPath Path)> _records = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, Origin> _quantities = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<Origin> Quantities => _quantities.Values;

    public void Located(object record, Mapping map, KeyPath path) => _records[record] = (map, path);

    public (Mapping Map, KeyPath Path) Of(object record) => _records[record];

    public void Feed(Quantity quantity, Field field, KeyPath path)
    {
        if (!_quantities.TryGetValue(quantity.Node, out var origin)) _quantities.Add(quantity.Node, origin = new Origin(quantity, field));
        origin.Feeds.Add(path);
    }

    /// <summary>What an analysis sets a number to; null if it leaves it alone.</summary>
    public double? Overridden(Node node) => overrides is not null && overrides.TryGetValue(node, out var value) ? value : null;
}

/// <summary>A number as written once, with all the places it feeds.</summary>
internal sealed class Origin(Quantity quantity, Field field)
{
    public Quantity Quantity { get; } = quantity;

    public Field Field { get; } = field;

    public List<KeyPath> Feeds { get; } = [];
}
