using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

public sealed class V3_SweptCosts
{
    [Fact]
    public void Sweeps_give_the_bits_of_the_table_of_all_pairs() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            CostTable table = network.Table();
            SweptCosts swept = Drawn(network, [.. Enumerable.Range(0, network.Places)], network.Places);
            for (int place = 0; place < network.Places; place++) swept.StartAt(place, place);
            swept.Solve();
            return network.Pairs().All(pair => swept.Of(pair.Second)[pair.First] == Between(table, pair.First, pair.Second)
                && swept.Of(pair.First)[pair.Second] == Between(table, pair.First, pair.Second));
        });

    [Fact]
    public void The_order_of_the_places_changes_nothing() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            int[] order = [.. Enumerable.Range(0, network.Places)];
            int[] shuffled = [.. order.OrderBy(place => place * 7919 % 13)];
            SweptCosts one = Drawn(network, order, 1);
            SweptCosts other = Drawn(network, shuffled, 1);
            one.StartAt(0, 0);
            other.StartAt(0, 0);
            one.Solve();
            other.Solve();
            return order.All(place => one.Of(place)[0] == other.Of(place)[0]);
        });

    [Fact]
    public void Ways_to_the_ends_of_an_edge_tell_what_the_edge_would_bring() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            Edge edge = network.Edges.FirstOrDefault(new Edge(0, 1, 0, 1));
            NetworkCase without = network with { Edges = [.. network.Edges.Skip(1)] };
            PlacePair[] pairs = network.Pairs();
            CostTable with = network.TableOf(without.Edges.Append(edge));
            int n = network.Places;
            SweptCosts swept = Drawn(without, [.. Enumerable.Range(0, n)], n + 2);
            for (int place = 0; place < n; place++) swept.StartAt(place, place);
            swept.StartAt(n, edge.PlaceA, edge.Standard);
            swept.StartAt(n + 1, edge.PlaceB, edge.Standard);
            swept.Solve();
            return pairs.All(pair =>
            {
                ReadOnlySpan<int> a = swept.Of(pair.First);
                ReadOnlySpan<int> b = swept.Of(pair.Second);
                int over = edge.Cost + Math.Min(a[n] + b[n + 1], a[n + 1] + b[n]);
                return Math.Min(b[pair.First], over) == Between(with, pair.First, pair.Second);
            });
        });

    [Fact]
    public void A_drawing_leaves_nothing_behind() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            // Every line is drawn in another standard first, some are erased, and some of those drawn again: the table knows only those that are left.
            var swept = new SweptCosts([.. Enumerable.Range(0, network.Places)], network.Interfaces, network.Edges, network.Places);
            for (int line = 0; line < network.Edges.Length; line++) swept.Draw(line, (network.Edges[line].Standard + 1) % 4, 1);
            if (network.StandardBits % 2 == 0) swept.Begin(1);
            for (int line = 0; line < network.Edges.Length; line++)
            {
                if (line % 3 != 1) swept.Erase(line);
                if (line % 3 != 2) swept.Draw(line, network.Edges[line].Standard, network.Edges[line].Cost);
            }

            CostTable table = network.TableOf(network.Edges.Where((_, line) => line % 3 != 2));
            swept.Begin(network.Places);
            for (int place = 0; place < network.Places; place++) swept.StartAt(place, place);
            swept.Solve();
            return network.Pairs().All(pair => swept.Of(pair.Second)[pair.First] == Between(table, pair.First, pair.Second));
        });

    [Fact]
    public void A_line_that_is_shut_is_as_if_it_were_not_drawn() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            SweptCosts swept = Drawn(network, [.. Enumerable.Range(0, network.Places)], network.Places);
            return Enumerable.Range(0, network.Edges.Length).All(line =>
            {
                // One is drawn anew while it is shut, in the standard that it has or in another one before.
                swept.Shut(line);
                if (line % 2 == 0) swept.Draw(line, (network.Edges[line].Standard + line) % 4, 1);
                swept.Draw(line, network.Edges[line].Standard, network.Edges[line].Cost);
                CostTable table = network.TableOf(network.Edges.Where((_, other) => other != line));
                swept.Begin(network.Places);
                for (int place = 0; place < network.Places; place++) swept.StartAt(place, place);
                swept.Solve();
                return network.Pairs().All(pair => swept.Of(pair.Second)[pair.First] == Between(table, pair.First, pair.Second));
            });
        });

    [Fact]
    public void Many_sources_are_answered_like_few() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            const int Many = 37;
            CostTable table = network.Table();
            SweptCosts swept = Drawn(network, [.. Enumerable.Range(0, network.Places)], Many);
            for (int source = 0; source < Many; source++) swept.StartAt(source, source % network.Places);
            swept.Solve();
            return Enumerable.Range(0, Many).All(source => Enumerable.Range(0, network.Places).All(place =>
                swept.Of(place)[source] == (place == source % network.Places ? 0 : Between(table, source % network.Places, place))));
        });

    private static SweptCosts Drawn(NetworkCase network, int[] order, int sources)
    {
        var swept = new SweptCosts(order, network.Interfaces, network.Edges, sources);
        for (int line = 0; line < network.Edges.Length; line++) swept.Draw(line, network.Edges[line].Standard, network.Edges[line].Cost);
        swept.Begin(sources);
        return swept;
    }

    private static int Between(CostTable table, int i, int j)
    {
        var cost = new int[1];
        PlaceCosts.Of(table, [new PlacePair(i, j)], cost);
        return cost[0];
    }
}
