using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

/// <summary>Path 0–1–2, one place per state, equal weights; base mode 20 h a link, planned segments 10 h.</summary>
public sealed class V3_DemandFactors
{
    private static readonly PairSet pairs = new([new(0, 1, 1), new(1, 1, 1), new(2, 1, 1)], [0, 1, 1, 0, 0, 1, 0, 0, 0]);
    private static readonly Edge[] inherited = [new(0, 1, 0, 20 * SomeNetwork.Hour), new(1, 2, 0, 20 * SomeNetwork.Hour)];
    private static readonly Edge[] planned = [new(0, 1, 0, 10 * SomeNetwork.Hour), new(1, 2, 1, 10 * SomeNetwork.Hour), new(0, 2, 0, 50 * SomeNetwork.Hour)];
    private static readonly IdealNetwork ideal = new(pairs, 3, inherited, planned);
    private static readonly DemandFactors factors = new(pairs, ideal);

    [Fact]
    public void The_ideal_network_is_everything_without_interfaces()
    {
        ideal.Costs.ShouldBe([10 * SomeNetwork.Hour, 20 * SomeNetwork.Hour, 10 * SomeNetwork.Hour]);
        ideal.Without(1).ShouldBe([10 * SomeNetwork.Hour, 30 * SomeNetwork.Hour, 20 * SomeNetwork.Hour]);
    }

    [Fact]
    public void A_segment_serves_the_pairs_whose_ideal_path_needs_it()
    {
        factors.PairsNeeding(0).ToArray().ShouldBe([0, 1]);
        factors.PairsNeeding(1).ToArray().ShouldBe([1, 2]);
    }

    [Fact]
    public void Traffic_waits_for_the_neighbour()
    {
        // Only 0–1 stands: pair 0–1 is ideal, pair 0–2 takes 30 h instead of 20.
        Factor(0, inherited[0], inherited[1], planned[0]).ShouldBe((1.0 + 20.0 / 30.0) / 2.0, 1e-15);
    }

    [Fact]
    public void An_incompatible_neighbour_is_worth_less_than_a_compatible_one()
    {
        double clashing = Factor(0, [.. inherited, planned[0], planned[1]]);
        clashing.ShouldBe((1.0 + 20.0 / 23.0) / 2.0, 1e-15);
        Factor(0, [.. inherited, planned[0], planned[1] with { Standard = 0 }]).ShouldBe(1.0);
    }

    [Fact]
    public void A_segment_nobody_needs_has_factor_one_and_is_flagged()
    {
        factors.IsUnneeded(2).ShouldBeTrue();
        factors.IsUnneeded(0).ShouldBeFalse();
        Factor(2, inherited).ShouldBe(1.0);
    }

    [Fact]
    public void All_factors_at_once_equal_each_alone()
    {
        SystemNetwork network = Built(inherited);
        var all = new double[3];
        factors.Of(network.Actual, all);
        all.ShouldBe([Factor(0, inherited), Factor(1, inherited), Factor(2, inherited)]);
    }

    private static double Factor(int segment, params Edge[] edges) => factors.Of(segment, Built(edges).Actual);

    private static SystemNetwork Built(Edge[] edges)
    {
        var network = new SystemNetwork(pairs, 3, InterfaceTable.Flat(2, 3, "transfer"));
        network.Rebuild(edges);
        return network;
    }
}
