using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

public sealed class V3_SeamlessCosts
{
    [Fact]
    public void All_pairs_cost_what_they_cost_in_the_table_without_interfaces() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            var search = new SeamlessCosts([.. Enumerable.Range(0, network.Places).Reverse()], network.Edges);
            var table = new CostTable(network.Places, InterfaceTable.Seamless);
            var (found, expected) = (new int[network.Pairs().Length], new int[network.Pairs().Length]);
            for (int left = 0; left <= network.Edges.Length; left += 3)
            {
                for (int line = 0; line < left; line++) search.Erase(line);
                for (int line = left; line < network.Edges.Length; line++) search.Draw(line, network.Edges[line].Cost);
                search.Find(found);
                table.Rebuild(network.Edges.AsSpan(left));
                PlaceCosts.Of(table, network.Pairs(), expected);
                if (!found.SequenceEqual(expected)) return false;
            }

            return true;
        });
}
