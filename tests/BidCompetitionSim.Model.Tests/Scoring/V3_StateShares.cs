using BidCompetitionSim.Model.Scoring;

namespace BidCompetitionSim.Model.Tests.Scoring;

public sealed class V3_StateShares
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void A_link_gives_most_to_its_ends_and_something_to_the_state_behind()
    {
        double[] shares = Shares([true, true, true], "AB");
        shares[0].ShouldBe(.6666666667, Tolerance);
        shares[1].ShouldBe(.5, Tolerance);
        shares[2].ShouldBe(.1666666667, Tolerance);
    }

    [Fact]
    public void Everything_built_seamlessly_is_everyones_whole() =>
        Shares([true, true, true], "AB BC").ShouldAllBe(share => Math.Abs(share - 1.0) < Tolerance);

    [Fact]
    public void Only_states_of_the_group_are_compared_but_all_their_pairs_count() =>
        Shares([true, false, true], "AB").ShouldBe([2.0 / 3.0, 1.0 / 6.0], Tolerance);

    [Fact]
    public void A_state_without_anything_to_gain_has_no_share()
    {
        WorkedNetwork network = new();
        new StateShares(network.Pairs, network.Costs, [0], [true, true, true]).Count.ShouldBe(2);
    }

    private static double[] Shares(bool[] isMember, string links)
    {
        WorkedNetwork network = new();
        network.With(network.AB);
        if (links == "AB BC")
        {
            network.With(network.BC with { Standard = 0 });
        }

        var states = new StateShares(network.Pairs, network.Costs, network.Q, isMember);
        var shares = new double[states.Count];
        states.Of(network.Costs, shares);
        return shares;
    }
}
