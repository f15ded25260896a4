using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Network;

public sealed class V3_CostTable
{
    [Fact]
    public void Any_order_of_insertion_gives_Floyd_Warshall_bit_for_bit() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            long[,] expected = FloydWarshall.Costs(network, network.Edges);
            return Equal(network.Table(), expected)
                && Equal(network.TableOf(network.Edges.Reverse()), expected)
                && Equal(network.TableOf(network.Edges.OrderBy(edge => edge.Cost)), expected)
                && Equal(network.TableOf(network.Edges.OrderBy(edge => unchecked(edge.GetHashCode() * 7919))), expected);
        });

    [Fact]
    public void A_link_never_raises_a_cost() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            var table = new CostTable(network.Places, network.Interfaces);
            int[] before = All(table);
            foreach (Edge edge in network.Edges)
            {
                bool reported = table.Add(edge);
                int[] after = All(table);
                if (after.Zip(before).Any(pair => pair.First > pair.Second) || reported == after.SequenceEqual(before))
                {
                    return false;
                }

                before = after;
            }

            return true;
        });

    [Fact]
    public void Costs_are_symmetric_and_obey_the_triangle_inequality() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            CostTable table = network.Table();
            int[] nodes = [.. Enumerable.Range(0, table.Nodes)];
            return nodes.All(u => table[u, u] == 0)
                && nodes.All(u => nodes.All(v => table[u, v] == table[v, u]))
                && nodes.All(u => nodes.All(v => nodes.All(via => table[u, v] <= table[u, via] + table[via, v])));
        });

    [Fact]
    public void What_if_equals_adding_to_a_copy() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            PlacePair[] pairs = network.Pairs();
            CostTable table = network.TableOf(network.Edges.Skip(1));
            int[] now = Reduced(table, pairs);
            int[] kept = All(table);
            Edge edge = network.Edges.FirstOrDefault(new Edge(0, 1, 0, 1));
            var then = new int[pairs.Length];
            table.WhatIf(edge, pairs, now, then);
            var all = new int[pairs.Length];
            table.WhatIf(edge, now, all);

            var copy = new CostTable(network.Places, network.Interfaces);
            copy.CopyFrom(table);
            copy.Add(edge);
            return then.SequenceEqual(Reduced(copy, pairs)) && all.SequenceEqual(then) && All(table).SequenceEqual(kept);
        });

    [Fact]
    public void Relabelling_places_permutes_the_costs() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            int last = network.Places - 1;
            CostTable table = network.Table();
            CostTable mirrored = network.TableOf(network.Edges.Select(edge =>
                edge with { PlaceA = last - edge.PlaceA, PlaceB = last - edge.PlaceB }));
            return network.Pairs().All(pair => Between(table, pair.First, pair.Second)
                == Between(mirrored, last - pair.First, last - pair.Second));
        });

    [Fact]
    public void Place_costs_are_the_least_over_the_standards_of_both_ends() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            CostTable table = network.Table();
            var square = new int[network.Places * network.Places];
            PlaceCosts.Of(table, square);
            PlacePair[] pairs = network.Pairs();
            return pairs.Zip(Reduced(table, pairs)).All(p =>
                p.Second == Between(table, p.First.First, p.First.Second)
                && p.Second == square[p.First.First * network.Places + p.First.Second]
                && p.Second == square[p.First.Second * network.Places + p.First.First]);
        });

    [Fact]
    public void Free_interfaces_cost_no_more_than_real_ones() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            var seamless = new CostTable(network.Places, InterfaceTable.Seamless);
            seamless.Rebuild(network.Edges);
            CostTable table = network.Table();
            return network.Pairs().All(pair => seamless[pair.First, pair.Second] <= Between(table, pair.First, pair.Second));
        });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(100)]
    public void Vectors_and_single_elements_give_the_same_rows(int length)
    {
        int padded = RowMinimum.PaddedLength(length);
        int[] row = [.. Enumerable.Range(0, padded).Select(i => i * 7919 % 1009)];
        int[] other = [.. Enumerable.Range(0, padded).Select(i => i % 5 == 0 ? CostTable.Unreachable : i * 104729 % 997)];
        int[] expected = [.. row.Zip(other, (own, detour) => Math.Min(own, detour + 100))];

        RowMinimum.Lower(row, other, 100, 0, length - 1);

        row[..length].ShouldBe(expected[..length]);
    }

    [Fact]
    public void Only_the_columns_asked_for_need_be_lowered()
    {
        int[] row = [.. Enumerable.Repeat(9, RowMinimum.PaddedLength(64))];
        RowMinimum.Lower(row, new int[row.Length], 1, 30, 33);
        row[30..34].ShouldBe([1, 1, 1, 1]);
        row[0].ShouldBe(9);
        row[63].ShouldBe(9);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(24)]
    [InlineData(37)]
    public void A_detour_lowers_rows_of_any_length(int length)
    {
        int[] now = [.. Enumerable.Range(0, length).Select(i => i * 31 % 40)];
        int[] other = [.. Enumerable.Range(0, length).Select(i => i * 17 % 23)];
        int[] row = [.. now];

        RowMinimum.Lower(row, other, 5);

        row.ShouldBe(Enumerable.Range(0, length).Select(i => Math.Min(now[i], 5 + other[i])));
    }

    [Fact]
    public void The_dearest_costs_saturate_and_do_not_overflow()
    {
        var table = new CostTable(4, InterfaceTable.Seamless);
        table.Add(0, 1, CostTable.Unreachable - 1);
        table.Add(1, 2, CostTable.Unreachable - 1);
        table.Add(2, 3, CostTable.Unreachable);

        table[0, 1].ShouldBe(CostTable.Unreachable - 1);
        table[0, 2].ShouldBe(CostTable.Unreachable);
        table[0, 3].ShouldBe(CostTable.Unreachable);
        table.Add(0, 2, 5).ShouldBeTrue();
        table[0, 2].ShouldBe(5);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(CostTable.Unreachable + 1)]
    [InlineData(int.MaxValue)]
    public void A_cost_out_of_range_is_refused(int cost)
    {
        var table = new CostTable(2, InterfaceTable.Seamless);
        Should.Throw<ArgumentOutOfRangeException>(() => table.Add(0, 1, cost));
        Should.Throw<ArgumentOutOfRangeException>(() => table.WhatIf(new Edge(0, 1, 0, cost), [], [], []));
    }

    [Fact]
    public void Removing_a_link_is_rebuilding_without_it()
    {
        CostTable table = SomeNetwork.UnitGraph(4, (0, 1), (1, 2), (2, 3), (3, 0));
        table[0, 3].ShouldBe(1);
        table.Rebuild([new Edge(0, 1, 0, 1), new Edge(1, 2, 0, 1), new Edge(2, 3, 0, 1)]);
        table[0, 3].ShouldBe(3);
    }

    [Fact]
    public void Adding_and_asking_allocate_nothing()
    {
        var table = new CostTable(8, InterfaceTable.Flat(2, 1, "change"));
        PlacePair[] pairs = [new(0, 1), new(2, 7)];
        var costs = new int[2];
        Allocated.By(Exercise).ShouldBe(0);

        void Exercise()
        {
            table.Clear();
            table.Add(new Edge(0, 2, 1, 10));
            table.Add(new Edge(2, 7, 0, 10));
            PlaceCosts.Of(table, pairs, costs);
            table.WhatIf(new Edge(0, 1, 0, 3), pairs, costs, costs);
        }
    }

    private static bool Equal(CostTable table, long[,] expected)
    {
        for (int u = 0; u < table.Nodes; u++)
        {
            for (int v = 0; v < table.Nodes; v++)
            {
                if (table[u, v] != expected[u, v])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static int[] All(CostTable table) => [.. Enumerable.Range(0, table.Nodes).SelectMany(u => table.Row(u).ToArray())];

    private static int[] Reduced(CostTable table, PlacePair[] pairs)
    {
        var costs = new int[pairs.Length];
        PlaceCosts.Of(table, pairs, costs);
        return costs;
    }

    private static int Between(CostTable table, int i, int j) =>
        (from a in Enumerable.Range(0, table.Standards)
         from b in Enumerable.Range(0, table.Standards)
         select table[table.Node(i, a), table.Node(j, b)]).Min();
}
