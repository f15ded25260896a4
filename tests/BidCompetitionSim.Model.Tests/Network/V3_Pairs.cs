using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

public sealed class V3_Pairs
{
    // Places 0 and 1 in state 0, place 2 in state 1; √(GDP·pop) = 4, 6, 2.
    private static readonly PlaceMass[] places = [new(0, 8, 2), new(0, 9, 4), new(1, 1, 4)];
    private static readonly double[] distances = [0, 12, 4, 0, 0, 3, 0, 0, 0];
    private static readonly PairSet pairs = new(places, distances);

    [Fact]
    public void Weights_follow_gravity_and_sum_to_one_across_borders()
    {
        // Raw gravity 24/12 = 2, 8/4 = 2, 12/3 = 4; the two cross-border pairs sum to 6.
        pairs.Weights[0].ShouldBe(2.0 / 6.0, 1e-15);
        pairs.Weights[1].ShouldBe(2.0 / 6.0, 1e-15);
        pairs.Weights[2].ShouldBe(4.0 / 6.0, 1e-15);
        pairs.CrossBorder().ShouldBe([1, 2]);
        pairs.PopulationProducts.ToArray().ShouldBe([8.0, 8.0, 16.0]);
    }

    [Fact]
    public void Improvable_pairs_are_those_across_borders_that_plans_bring_closer() =>
        pairs.Improvable(before: [9, 9, 9], ideal: [5, 9, 5]).ShouldBe([2]);

    [Fact]
    public void A_segment_is_needed_by_domestic_pairs_too() =>
        pairs.Needing(ideal: [5, 9, 5], idealWithout: [6, 9, 6]).ShouldBe([0, 2]);

    [Fact]
    public void Pairs_can_be_narrowed_to_a_group_or_a_state()
    {
        pairs.Within([0, 1, 2], [true, false]).ShouldBe([0]);
        pairs.Touching([0, 2], 1).ShouldBe([2]);
        pairs.Touching([0, 1, 2], 0).ShouldBe([0, 1, 2]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_distance_that_is_no_distance_is_refused(double distanceKm) =>
        Should.Throw<ArgumentException>(() => new PairSet(places, [0, 12, 4, 0, 0, distanceKm, 0, 0, 0]));

    [Fact]
    public void Relabelling_places_permutes_the_weights()
    {
        PairSet reversed = new([places[2], places[1], places[0]], [0, 3, 4, 0, 0, 12, 0, 0, 0]);
        reversed.Weights[0].ShouldBe(pairs.Weights[2], 1e-15);
        reversed.Weights[1].ShouldBe(pairs.Weights[1], 1e-15);
        reversed.Weights[2].ShouldBe(pairs.Weights[0], 1e-15);
    }
}
