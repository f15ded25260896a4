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
                growing.Imagine([network.Edges[k]]);
                growing.With(0, costs, costs);
                growing.Add(network.Edges[k]);
                if (!costs.SequenceEqual(CostsOf(network, network.Edges[..(k + 1)]))) return false;
            }

            return true;
        });

    [Fact]
    public void Edges_imagined_together_are_imagined_one_at_a_time() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            Edge[] inherited = [.. network.Edges.Take(4)];
            Edge[] imagined = [.. network.Edges.Skip(4)];
            var growing = Starting(network, inherited);
            int[] now = CostsOf(network, inherited);
            var then = new int[now.Length];
            growing.Imagine(imagined);
            for (int k = 0; k < imagined.Length; k++)
            {
                int[] chosen = [.. now];
                growing.With(k, now, then);
                growing.With(k, network.Pairs(), chosen);
                int[] expected = CostsOf(network, [.. inherited, imagined[k]]);
                if (!then.SequenceEqual(expected) || !chosen.SequenceEqual(expected)) return false;
            }

            return true;
        });

    private static GrowingNetwork Starting(NetworkCase network, Edge[] inherited) =>
        new([.. Enumerable.Range(0, network.Places)], network.Interfaces, inherited, network.Edges.Length, network.Edges.Length);

    private static int[] CostsOf(NetworkCase network, Edge[] edges)
    {
        var costs = new int[network.Pairs().Length];
        PlaceCosts.Of(network.TableOf(edges), network.Pairs(), costs);
        return costs;
    }
}
