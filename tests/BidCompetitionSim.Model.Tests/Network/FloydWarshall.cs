using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

/// <summary>The textbook algorithm (Floyd 1962) in 64-bit integers, written apart from the model: what its tables are compared with.</summary>
internal static class FloydWarshall
{
    public static long[,] Costs(NetworkCase network, IEnumerable<Edge> edges)
    {
        InterfaceTable interfaces = network.Interfaces;
        int standards = interfaces.Standards;
        int nodes = network.Places * standards;
        var costs = new long[nodes, nodes];
        for (int u = 0; u < nodes; u++)
        {
            for (int v = 0; v < nodes; v++)
            {
                costs[u, v] = u / standards == v / standards ? interfaces.Seconds(u % standards, v % standards) : CostTable.Unreachable;
            }
        }

        foreach (Edge edge in edges)
        {
            int u = edge.PlaceA * standards + edge.Standard;
            int v = edge.PlaceB * standards + edge.Standard;
            costs[u, v] = costs[v, u] = Math.Min(costs[u, v], edge.Cost);
        }

        for (int via = 0; via < nodes; via++)
        {
            for (int u = 0; u < nodes; u++)
            {
                for (int v = 0; v < nodes; v++)
                {
                    costs[u, v] = Math.Min(costs[u, v], costs[u, via] + costs[via, v]);
                }
            }
        }

        return costs;
    }
}
