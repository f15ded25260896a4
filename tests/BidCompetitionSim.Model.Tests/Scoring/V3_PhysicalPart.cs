using BidCompetitionSim.Model.Scoring;

namespace BidCompetitionSim.Model.Tests.Scoring;

public sealed class V3_PhysicalPart
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Nothing_built_is_nothing_gained() => Share(new WorkedNetwork()).ShouldBe(0.0);

    [Fact]
    public void One_link_of_two_brings_four_ninths() => Share(Built("AB")).ShouldBe(.4444444444444, Tolerance);

    [Fact]
    public void A_clash_keeps_the_share_below_one() => Share(Built("AB BC")).ShouldBe(.9130434782609, Tolerance);

    [Fact]
    public void Everything_built_in_one_standard_is_the_whole()
    {
        WorkedNetwork network = new();
        Share(network.With(network.AB, network.BC with { Standard = 0 })).ShouldBe(1.0, Tolerance);
    }

    [Fact]
    public void Where_nothing_can_be_gained_there_is_no_share() => PhysicalPart.Share(new WorkedNetwork().Costs, []).ShouldBeNull();

    [Fact]
    public void The_time_average_is_exact_between_events()
    {
        // Seamless: four ninths from year 6, all from year 9, over 20 years.
        var average = new TimeAverage(0, 0.0);
        average.ChangeTo(6, 4.0 / 9.0);
        average.ChangeTo(9, 1.0);
        average.Until(20).ShouldBe(.6166666666667, Tolerance);
        average.Until(10).ShouldBe((3 * 4.0 / 9.0 + 1.0) / 10.0, Tolerance);
    }

    [Fact]
    public void Events_of_one_day_count_once()
    {
        var average = new TimeAverage(100, 1.0);
        average.ChangeTo(110, 7.0);
        average.ChangeTo(110, 3.0);
        average.Until(120).ShouldBe(2.0);
    }

    [Fact]
    public void Time_does_not_run_backwards()
    {
        var average = new TimeAverage(10, 1.0);
        Should.Throw<ArgumentOutOfRangeException>(() => average.ChangeTo(9, 2.0));
        Should.Throw<ArgumentOutOfRangeException>(() => average.Until(10));
    }

    private static WorkedNetwork Built(string links)
    {
        WorkedNetwork network = new();
        return links == "AB" ? network.With(network.AB) : network.With(network.AB, network.BC);
    }

    private static double Share(WorkedNetwork network) => PhysicalPart.Share(network.Costs, network.Q)!.Value;
}
