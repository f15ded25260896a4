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
                growing.Add(network.Edges[k], costs, costs);
                if (!costs.SequenceEqual(CostsOf(network, network.Edges[..(k + 1)]))) return false;
            }

            return true;
        });

    [Fact]
    public void Edges_imagined_together_are_imagined_one_at_a_time() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            Edge[] inherited = [.. network.Edges.Take(2)];
            Edge[] added = [.. network.Edges.Skip(2).Take(4)];
            Edge[] imagined = [.. network.Edges.Skip(6)];
            var growing = Starting(network, inherited);
            foreach (Edge edge in added) growing.Add(edge);
            int[] now = CostsOf(network, [.. inherited, .. added]);
            var then = new int[now.Length];
            growing.Imagine(imagined);
            for (int k = 0; k < imagined.Length; k++)
            {
                int[] chosen = [.. now];
                growing.With(k, now, then);
                growing.With(k, network.Pairs(), chosen);
                int[] expected = CostsOf(network, [.. inherited, .. added, imagined[k]]);
                if (!then.SequenceEqual(expected) || !chosen.SequenceEqual(expected)) return false;
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
            foreach (Edge edge in network.Edges.Skip(6)) growing.Add(edge, costs, costs);
            return costs.SequenceEqual(CostsOf(network, [.. network.Edges.Skip(1)]));
        });

    private static GrowingNetwork Starting(NetworkCase network, Edge[] inherited) =>
        new(new EndCosts(network.TableOf(inherited), network.Edges), network.Edges.Length, network.Edges.Length);

    private static int[] CostsOf(NetworkCase network, Edge[] edges)
    {
        var costs = new int[network.Pairs().Length];
        PlaceCosts.Of(network.TableOf(edges), network.Pairs(), costs);
        return costs;
    }
}
