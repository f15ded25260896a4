using BidCompetitionSim.Model.Scoring;

namespace BidCompetitionSim.Model.Tests.Scoring;

public sealed class V3_PeoplePart
{
    private const double Tolerance = 1e-9;
    private static readonly ContactDecay day = new(AccessSeconds: 0, DecayHours: 24);

    [Fact]
    public void One_link_of_two_brings_the_people_it_joins()
    {
        WorkedNetwork network = new();
        Share(network.With(network.AB), day).ShouldBe(.2928502228224, Tolerance);
    }

    [Fact]
    public void Access_time_lowers_the_potential_but_not_the_share()
    {
        WorkedNetwork network = new();
        network.With(network.AB);
        ContactDecay far = new(AccessSeconds: 7200, DecayHours: 24);
        Share(network, far).ShouldBe(.2928502228224, Tolerance);
        Potential(network, network.Costs.Actual, far).ShouldBeLessThan(Potential(network, network.Costs.Actual, day));
    }

    [Fact]
    public void The_potential_is_the_sum_over_pairs()
    {
        // 1·2 people 24 h apart and 2·3 people 48 h apart.
        PeoplePart.Potential([2, 99, 6], [86400, 1, 172800], [0, 2], day)
            .ShouldBe(2 * 0.36787944117144233 + 6 * 0.1353352832366127, 1e-14);
    }

    [Fact]
    public void Nothing_built_is_nought_and_everything_is_one()
    {
        WorkedNetwork network = new();
        Share(network, day).ShouldBe(0.0);
        Share(network.With(network.AB, network.BC with { Standard = 0 }), day).ShouldBe(1.0, Tolerance);
    }

    [Fact]
    public void Where_nothing_can_be_gained_there_is_no_share() => PeoplePart.Share(5.0, 5.0, 5.0).ShouldBeNull();

    private static double Share(WorkedNetwork network, ContactDecay decay) => PeoplePart.Share(
        Potential(network, network.Costs.Actual, decay),
        Potential(network, network.Costs.Before, decay),
        Potential(network, network.Costs.Ideal, decay))!.Value;

    private static double Potential(WorkedNetwork network, ReadOnlySpan<int> seconds, ContactDecay decay) =>
        PeoplePart.Potential(network.Pairs.PopulationProducts, seconds, network.Q, decay);
}
