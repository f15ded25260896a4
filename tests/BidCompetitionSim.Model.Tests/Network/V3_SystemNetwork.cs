using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

public sealed class V3_SystemNetwork
{
    [Fact]
    public void Adding_link_by_link_equals_a_fresh_computation() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            SystemNetwork grown = Empty(network);
            foreach (Edge edge in network.Edges)
            {
                grown.Add(edge);
            }

            SystemNetwork fresh = Empty(network);
            fresh.Rebuild(network.Edges);
            return Same(grown, fresh);
        });

    [Fact]
    public void What_if_tells_what_adding_does() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            SystemNetwork live = Empty(network);
            var actual = new int[live.Actual.Length];
            var seamless = new int[live.Seamless.Length];
            foreach (Edge edge in network.Edges)
            {
                live.WhatIf(edge, actual, seamless);
                live.Add(edge);
                if (!live.Actual.SequenceEqual(actual) || !live.Seamless.SequenceEqual(seamless))
                {
                    return false;
                }
            }

            return true;
        });

    [Fact]
    public void A_copy_goes_its_own_way()
    {
        NetworkCase network = new(3, 0, [new(0, 1, 0, 5), new(1, 2, 0, 5)]);
        SystemNetwork original = Empty(network);
        original.Rebuild(network.Edges);
        SystemNetwork plan = Empty(network);
        plan.CopyFrom(original);
        Same(plan, original).ShouldBeTrue();

        plan.Add(new Edge(0, 2, 0, 1));
        plan.Actual.ToArray().ShouldBe([5, 1, 5]);
        original.Actual.ToArray().ShouldBe([5, 10, 5]);
    }

    [Fact]
    public void The_epoch_rises_only_when_something_changes()
    {
        SystemNetwork network = Empty(new NetworkCase(2, 0, []));
        int epoch = network.Epoch;
        network.Add(new Edge(0, 1, 0, 5));
        network.Epoch.ShouldBe(epoch + 1);
        network.Add(new Edge(0, 1, 0, 6));
        network.Epoch.ShouldBe(epoch + 1);
    }

    private static bool Same(SystemNetwork a, SystemNetwork b) => a.Actual.SequenceEqual(b.Actual) && a.Seamless.SequenceEqual(b.Seamless);

    private static SystemNetwork Empty(NetworkCase network)
    {
        PlaceMass[] places = [.. Enumerable.Range(0, network.Places).Select(state => new PlaceMass(state, 1, 1))];
        return new SystemNetwork(new PairSet(places, [.. Enumerable.Repeat(1.0, places.Length * places.Length)]), network.Places, network.Interfaces);
    }
}
