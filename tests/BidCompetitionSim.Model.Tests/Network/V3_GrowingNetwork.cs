using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

public sealed class V3_GrowingNetwork
{
    [Fact]
    public void Growing_edge_by_edge_equals_a_fresh_computation() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            Edge[] inherited = [.. network.Edges.Take(3)];
            var growing = Starting(network, inherited);
            int[] costs = CostsOf(network, inherited);
            for (int k = inherited.Length; k < network.Edges.Length; k++)
            {
                Grow(growing, network, network.Edges[k], costs);
                if (!costs.SequenceEqual(CostsOf(network, network.Edges[..(k + 1)]))) return false;
            }

            return true;
        });

    [Fact]
    public void An_imagined_edge_is_not_added() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            Edge[] inherited = [.. network.Edges.Take(2)];
            Edge[] added = [.. network.Edges.Skip(2).Take(4)];
            Edge[] imagined = [.. network.Edges.Skip(6)];
            var growing = Starting(network, inherited);
            foreach (Edge edge in added) growing.Add(edge);
            int[] now = CostsOf(network, [.. inherited, .. added]);
            var closer = new CloserPairs(network.Places);
            foreach (Edge edge in imagined)
            {
                growing.Imagine(edge, WithSlack(now), closer);
                int[] then = [.. now];
                closer.Lower(then);
                if (!then.SequenceEqual(CostsOf(network, [.. inherited, .. added, edge]))) return false;
            }

            return true;
        });

    [Fact]
    public void Edges_that_are_alike_bring_the_same_pairs_closer_by_as_much()
    {
        var alike = 0;
        Property.Holds(NetworkCase.Any, network =>
        {
            Edge[] inherited = [.. network.Edges.Take(2)];
            Edge[] added = [.. network.Edges.Skip(2).Take(4)];
            int[] now = CostsOf(network, [.. inherited, .. added]);
            foreach (Edge edge in network.Edges.Skip(6))
            {
                Edge other = edge with { Standard = (edge.Standard + 1) % network.Interfaces.Standards };
                var growing = new GrowingNetwork(new EndCosts(network.TableOf(inherited), [.. network.Edges, other]), network.Edges.Length);
                foreach (Edge one in added) growing.Add(one);
                if (other != edge && growing.IsAlike(edge, other)) return false; // not imagined yet
                growing.Imagine(other, WithSlack(now), new CloserPairs(network.Places));
                if (!growing.IsAlike(edge, other)) continue;
                alike++;
                if (!CostsOf(network, [.. inherited, .. added, edge]).SequenceEqual(CostsOf(network, [.. inherited, .. added, other]))) return false;
            }

            return true;
        });
        alike.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Who_looks_back_sees_the_network_as_it_was_that_many_edges_ago() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            Edge[] inherited = [.. network.Edges.Take(2)];
            Edge[] added = [.. network.Edges.Skip(2).Take(4)];
            var growing = Starting(network, inherited);
            foreach (Edge edge in added) growing.Add(edge);
            var ways = new EndWays(EndsOf(network, inherited));
            for (int known = 0; known <= added.Length; known++)
                foreach (Edge edge in network.Edges.Skip(6))
                {
                    int[] costs = CostsOf(network, [.. inherited, .. added[..known]]);
                    var toEndA = ways.Ways.Slice(ways.RowTo(growing, known, edge.PlaceA, edge.Standard), network.Places);
                    AllPairs.Lower(edge.Cost, toEndA, ways.Ways.Slice(ways.RowTo(growing, known, edge.PlaceB, edge.Standard), network.Places), costs, costs);
                    if (!costs.SequenceEqual(CostsOf(network, [.. inherited, .. added[..known], edge]))) return false;
                }

            return true;
        });

    [Fact]
    public void A_network_drawn_again_grows_like_one_that_started_so() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            var growing = Starting(network, [.. network.Edges.Take(2)]);
            foreach (Edge edge in network.Edges.Take(5)) growing.Add(edge);
            Edge[] drawn = [.. network.Edges.Skip(1).Take(5)];
            growing.Rebuild(network.TableOf(drawn));
            int[] costs = CostsOf(network, drawn);
            foreach (Edge edge in network.Edges.Skip(6)) Grow(growing, network, edge, costs);
            return costs.SequenceEqual(CostsOf(network, [.. network.Edges.Skip(1)]));
        });

    private static void Grow(GrowingNetwork growing, NetworkCase network, in Edge edge, int[] costs)
    {
        var closer = new CloserPairs(network.Places);
        growing.Add(edge, WithSlack(costs), closer);
        closer.Lower(costs);
    }

    private static int[] WithSlack(int[] costs) => [.. costs, .. new int[CloserPairs.Slack]];

    private static GrowingNetwork Starting(NetworkCase network, Edge[] inherited) =>
        new(EndsOf(network, inherited), network.Edges.Length);

    private static EndCosts EndsOf(NetworkCase network, Edge[] inherited) => new(network.TableOf(inherited), network.Edges);

    private static int[] CostsOf(NetworkCase network, Edge[] edges)
    {
        var costs = new int[network.Pairs().Length];
        PlaceCosts.Of(network.TableOf(edges), network.Pairs(), costs);
        return costs;
    }
}
