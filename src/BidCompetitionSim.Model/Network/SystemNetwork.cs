namespace BidCompetitionSim.Model.Network;

/// <summary>One system as it stands: all-pairs costs with and without interfaces, and the place-to-place costs the scores read.</summary>
/// <remarks>Everything is updated in place and stays equal, bit for bit, to a fresh computation. Nothing but the constructor allocates.</remarks>
public sealed class SystemNetwork
{
    private readonly PairSet pairs;
    private readonly CostTable table;
    private readonly CostTable seamlessTable;
    private readonly int[] actual;
    private readonly int[] seamless;

    /// <summary>A system without edges.</summary>
    /// <param name="pairs">The pairs of places that are scored.</param>
    /// <param name="places">Number of places.</param>
    /// <param name="interfaces">Costs of changing standard.</param>
    public SystemNetwork(PairSet pairs, int places, InterfaceTable interfaces)
    {
        this.pairs = pairs;
        table = new CostTable(places, interfaces);
        seamlessTable = new CostTable(places, InterfaceTable.Seamless);
        actual = new int[pairs.Count];
        seamless = new int[pairs.Count];
        Rebuild([]);
    }

    /// <summary>g of all pairs, in pair order.</summary>
    public ReadOnlySpan<int> Actual => actual;

    /// <summary>gˢ of all pairs, in pair order.</summary>
    public ReadOnlySpan<int> Seamless => seamless;

    /// <summary>Rises with every change of this instance: what is derived from its costs can be kept until then.</summary>
    public int Epoch { get; private set; }

    /// <summary>Takes all edges away and adds these.</summary>
    public void Rebuild(ReadOnlySpan<Edge> edges)
    {
        table.Rebuild(edges);
        seamlessTable.Rebuild(edges);
        PlaceCosts.Of(table, pairs.Pairs, actual);
        PlaceCosts.Of(seamlessTable, pairs.Pairs, seamless);
        Epoch++;
    }

    /// <summary>Adds an edge.</summary>
    public void Add(in Edge edge)
    {
        WhatIf(edge, actual, seamless);
        bool changed = table.Add(edge);
        changed |= seamlessTable.Add(edge);
        Epoch += changed ? 1 : 0;
    }

    /// <summary>The costs of all pairs as they would be with one more edge.</summary>
    /// <param name="edge">The edge to imagine.</param>
    /// <param name="actualThen">Receives g, in pair order.</param>
    /// <param name="seamlessThen">Receives gˢ, in pair order.</param>
    public void WhatIf(in Edge edge, Span<int> actualThen, Span<int> seamlessThen)
    {
        table.WhatIf(edge, actual, actualThen);
        seamlessTable.WhatIf(edge, seamless, seamlessThen);
    }

    /// <summary>Makes this network equal to another of the same places, standards and pairs.</summary>
    /// <exception cref="ArgumentException">The other network has another shape.</exception>
    public void CopyFrom(SystemNetwork other)
    {
        table.CopyFrom(other.table);
        seamlessTable.CopyFrom(other.seamlessTable);
        other.actual.CopyTo(actual, 0);
        other.seamless.CopyTo(seamless, 0);
        Epoch++;
    }
}
