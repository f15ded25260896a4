using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

public sealed class V3_LinkCost
{
    [Fact]
    public void Running_and_waiting_time_add_up_to_seconds() => LinkCost.Seconds(400, 80, 8).ShouldBe(13 * SomeNetwork.Hour);

    [Fact]
    public void Time_is_rounded_half_even_once() => (LinkCost.Seconds(0.5 / 3600), LinkCost.Seconds(1.5 / 3600)).ShouldBe((0, 2));

    [Fact]
    public void A_link_is_never_free() => LinkCost.Seconds(0, 80, 0).ShouldBe(1);

    [Fact]
    public void Times_beyond_all_measure_saturate() => LinkCost.Seconds(1e12, 1, 0).ShouldBe(CostTable.Unreachable);

    [Theory]
    [InlineData(-1, 80, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, double.NaN, 0)]
    [InlineData(1, 80, -1)]
    [InlineData(double.PositiveInfinity, 80, 0)]
    public void Impossible_lengths_speeds_and_times_are_refused(double lengthKm, double speedKmPerHour, double waitingHours) =>
        Should.Throw<ArgumentOutOfRangeException>(() => LinkCost.Seconds(lengthKm, speedKmPerHour, waitingHours));
}
