using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

/// <summary>The all-pairs table against measures and worked examples of others.</summary>
public sealed class V3_PublishedNetworks
{
    // Latora and Marchiori (2001), Phys. Rev. Lett. 87, 198701: E = mean over ordered pairs of 1/d. The documentation of rust-igraph,
    // "global_efficiency", prints 13/18 for a path of four.
    [Fact]
    public void Global_efficiency_of_a_path_of_four() =>
        Efficiency(SomeNetwork.UnitGraph(4, (0, 1), (1, 2), (2, 3))).ShouldBe(13.0 / 18, 1e-12);

    // The tests of NetworkX, "test_efficiency", expect 5/6 of a cycle of four, as those of igraph do (0.833333), and 1 of the complete
    // graphs of two to nine.
    [Fact]
    public void Global_efficiency_of_a_cycle_of_four() =>
        Efficiency(SomeNetwork.UnitGraph(4, (0, 1), (1, 2), (2, 3), (3, 0))).ShouldBe(5.0 / 6, 1e-12);

    [Fact]
    public void Global_efficiency_of_a_complete_graph_is_one()
    {
        for (int n = 2; n < 10; n++)
        {
            var edges = from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, i) select (i, j);
            Efficiency(SomeNetwork.UnitGraph(n, [.. edges])).ShouldBe(1.0, 1e-12);
        }
    }

    // By hand: a cycle of five (5·1 + 5·½)/10, a star of five (4·1 + 6·½)/10, two edges 2/6.
    [Fact]
    public void Global_efficiency_of_a_cycle_of_five() =>
        Efficiency(SomeNetwork.UnitGraph(5, (0, 1), (1, 2), (2, 3), (3, 4), (4, 0))).ShouldBe(.75, 1e-12);

    [Fact]
    public void Global_efficiency_of_a_star_of_five() =>
        Efficiency(SomeNetwork.UnitGraph(5, (0, 1), (0, 2), (0, 3), (0, 4))).ShouldBe(.7, 1e-12);

    [Fact]
    public void Global_efficiency_of_two_disjoint_edges() =>
        Efficiency(SomeNetwork.UnitGraph(4, (0, 1), (2, 3))).ShouldBe(.3333333333333, 1e-12);

    // The six-node example of the article "Dijkstra's algorithm", Wikipedia (animated figure): from node 1 the distances are
    // 0, 7, 9, 20, 20, 11. The edges are also the example wiki_graph of the R package Euclid_Dijkstras.
    [Fact]
    public void Shortest_paths_of_the_six_node_textbook_example()
    {
        var table = new CostTable(6, InterfaceTable.Seamless);
        (int, int, int)[] edges =
            [(1, 2, 7), (1, 3, 9), (1, 6, 14), (2, 3, 10), (2, 4, 15), (3, 4, 11), (3, 6, 2), (4, 5, 6), (5, 6, 9)];
        foreach ((int from, int to, int length) in edges)
        {
            table.Add(from - 1, to - 1, length);
        }

        table.Row(0).ToArray().ShouldBe([0, 7, 9, 20, 20, 11]);
    }

    // Burkardt, documentation of DIJKSTRA (2010), six nodes and eight links: from node 0 the distances are 0, 35, 15, 45, 49, 41.
    [Fact]
    public void Shortest_paths_of_Burkardts_demonstration()
    {
        var table = new CostTable(6, InterfaceTable.Seamless);
        (int, int, int)[] edges = [(0, 1, 40), (0, 2, 15), (1, 2, 20), (1, 3, 10), (1, 4, 25), (1, 5, 6), (2, 3, 100), (4, 5, 8)];
        foreach ((int from, int to, int length) in edges)
        {
            table.Add(from, to, length);
        }

        table.Row(0).ToArray().ShouldBe([0, 35, 15, 45, 49, 41]);
    }

    // Rodrigue, The Geography of Transport Systems, chapter 2, method "Accessibility", potential accessibility: five towns of
    // 1200, 900, 1500, 600 and 800, lines of 4 to 8; P_ii = P_i, P_ij = P_i/L_ij. Published, as sums of cells rounded to one
    // decimal: emissiveness (rows) of C 2525.7 and of B 1266.1, attractiveness (columns) of C 2121.3 and of B 1358.7. The
    // figure was not at hand: its five lengths are laid out in the one way that yields all four published sums.
    [Fact]
    public void Potential_accessibility_of_the_five_town_example()
    {
        double[] population = [1200, 900, 1500, 600, 800];
        var table = new CostTable(5, InterfaceTable.Seamless);
        table.Rebuild([new(0, 1, 0, 8), new(0, 2, 0, 4), new(1, 2, 0, 7), new(2, 3, 0, 5), new(3, 4, 0, 6)]);

        Emissiveness(2).ShouldBe(2525.7, 1e-9);
        Emissiveness(1).ShouldBe(1266.1, 1e-9);
        Attractiveness(2).ShouldBe(2121.3, 1e-9);
        Attractiveness(1).ShouldBe(1358.7, 1e-9);

        double Emissiveness(int i) => population[i] + Others(i).Sum(j => Math.Round(population[i] / table[i, j], 1));
        double Attractiveness(int i) => population[i] + Others(i).Sum(j => Math.Round(population[j] / table[i, j], 1));
        IEnumerable<int> Others(int i) => Enumerable.Range(0, 5).Where(j => j != i);
    }

    private static double Efficiency(CostTable table)
    {
        double sum = 0.0;
        for (int i = 0; i < table.Nodes; i++)
        {
            for (int j = 0; j < table.Nodes; j++)
            {
                sum += i == j || table[i, j] == CostTable.Unreachable ? 0.0 : 1.0 / table[i, j];
            }
        }

        return sum / (table.Nodes * (table.Nodes - 1));
    }
}
