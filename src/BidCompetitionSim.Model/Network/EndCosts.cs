namespace BidCompetitionSim.Model.Network;

/// <summary>
/// Costs from every node at which an edge may ever be added, an end of it in its standard, to all places and to all such nodes: all that has to be
/// known of a network to grow it by those edges. A row holds the places first.
/// </summary>
internal sealed class EndCosts
{
    private readonly int standards;
    private readonly int[] nodes;
    private readonly int[] rowOfNode;
    private readonly Memory<int> costs;

    /// <summary>Costs in a network.</summary>
    /// <param name="network">The network to start from.</param>
    /// <param name="addable">Every edge that may be added to it.</param>
    public EndCosts(CostTable network, IEnumerable<Edge> addable)
    {
        (Places, standards) = (network.Places, network.Standards);
        nodes = [.. addable.SelectMany(edge => new[] { network.Node(edge.PlaceA, edge.Standard), network.Node(edge.PlaceB, edge.Standard) }).Distinct().Order()];
        rowOfNode = new int[network.Nodes];
        for (var k = 0; k < nodes.Length; k++) rowOfNode[nodes[k]] = k;
        Width = CacheLines.PaddedLength(Places + Math.Max(nodes.Length, CloserPairs.Slack));
        costs = CacheLines.Allocate(nodes.Length * Width);
        Fill(network);
    }

    /// <summary>The same places and nodes in a network that is still to be filled in.</summary>
    public EndCosts(EndCosts other)
    {
        (Places, standards, nodes, rowOfNode, Width) = (other.Places, other.standards, other.nodes, other.rowOfNode, other.Width);
        costs = CacheLines.Allocate(other.costs.Length);
    }

    /// <summary>Number of places.</summary>
    public int Places { get; }

    /// <summary>Length of a row, whole cache lines.</summary>
    public int Width { get; }

    /// <summary>Number of nodes that have a row.</summary>
    public int Count => nodes.Length;

    /// <summary>Which of the rows is a node's.</summary>
    public int IndexOf(int place, int standard) => rowOfNode[standards == 1 ? place : place * standards + standard];

    /// <summary>A row.</summary>
    public ReadOnlySpan<int> Row(int index) => RowOf(index);

    /// <summary>Where the cost to a node stands in a row.</summary>
    public int Column(int place, int standard) => Places + IndexOf(place, standard);

    /// <summary>Takes the costs of another network.</summary>
    public void Fill(CostTable network)
    {
        // A table keeps up nothing about a node before it is asked for its row.
        foreach (var node in nodes) network.Row(node);
        for (var k = 0; k < nodes.Length; k++)
        {
            var row = RowOf(k);
            var known = network.Row(nodes[k]);
            PlaceCosts.FromNode(network, nodes[k], row[..Places]);
            for (var other = 0; other < nodes.Length; other++) row[Places + other] = known[nodes[other]];
        }
    }

    private Span<int> RowOf(int k) => costs.Span.Slice(k * Width, Width);
}
