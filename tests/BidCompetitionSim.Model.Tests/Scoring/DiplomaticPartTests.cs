using BidCompetitionSim.Model.Scoring;

namespace BidCompetitionSim.Model.Tests.Scoring;

public class DiplomaticPartTests
{
    private static readonly double[] Ties = [0.6, 0.25, -0.1, 0.55, 0.8, 0.3, 0.25, 0.4];
    private static readonly double[] EqualPopulations = [10, 10, 10, 10];

    [Fact]
    public void Four_states_between_two_sponsors() =>
        DiplomaticPart.Of(Ties, EqualPopulations, 0.3).ShouldBe(0.5031306517045, 1e-9);

    [Fact]
    public void Dependence_is_the_mean_size_of_the_leaning() =>
        DiplomaticPart.Dependence(Ties, 4).ShouldBe((0.35 + 0.65 + 0.5 + 0.15) / 4, 1e-15);

    [Fact]
    public void Populations_weigh_the_states()
    {
        // Two states 0.8 and −0.4 apart in lean, the first three times as large: variance 3/16·1.2² of the mixture.
        var spread = 1.2 * Math.Sqrt(3) / 4;
        DiplomaticPart.Of([0.8, 0.0, 0.0, 0.4], [30, 10], 0.0).ShouldBe((1 - spread / 2) / 2, 1e-15);
        DiplomaticPart.Of([0.8, 0.0, 0.0, 0.4, 0.8, 0.0, 0.8, 0.0], EqualPopulations, 0.0)
            .ShouldBe(DiplomaticPart.Of([0.8, 0.0, 0.0, 0.4], [30, 10], 0.0), 1e-15);
    }

    [Fact]
    public void Swapping_the_sponsors_changes_nothing()
    {
        double[] swapped = [0.25, 0.6, 0.55, -0.1, 0.3, 0.8, 0.4, 0.25];
        DiplomaticPart.Of(swapped, EqualPopulations, 0.3).ShouldBe(DiplomaticPart.Of(Ties, EqualPopulations, 0.3));
        DiplomaticPart.Dependence(swapped, 4).ShouldBe(DiplomaticPart.Dependence(Ties, 4));
    }

    [Fact]
    public void With_three_sponsors_the_spread_is_the_mean_over_pairs()
    {
        // State leans (1, 0, 0) and (0, 0, 0): pairs with the first sponsor have deviation ½, the other pair none.
        DiplomaticPart.Of([1, 0, 0, 0, 0, 0], [1, 1], 1.0).ShouldBe(1 - 0.5 * (0.5 + 0.5 + 0.0) / 3, 1e-15);
        DiplomaticPart.Dependence([1, 0, 0, 0, 0, 0], 2).ShouldBe((1 + 1 + 0) / 3.0 / 2, 1e-15);
    }

    [Fact]
    public void A_third_sponsor_tied_like_the_second_keeps_two_thirds_of_the_spread()
    {
        double[] three = [0.6, 0.25, 0.25, -0.1, 0.55, 0.55, 0.8, 0.3, 0.3, 0.25, 0.4, 0.4];
        var two = 1 - DiplomaticPart.Of(Ties, EqualPopulations, 1.0);
        (1 - DiplomaticPart.Of(three, EqualPopulations, 1.0)).ShouldBe(two * 2 / 3, 1e-15);
    }

    [Fact]
    public void One_sponsor_leaves_nothing_to_lean_between()
    {
        DiplomaticPart.Of([0.9, -0.4], [1, 2], 0.2).ShouldBe(0.6, 1e-15);
        DiplomaticPart.Dependence([0.9, -0.4], 2).ShouldBe(0.0);
    }

    [Fact]
    public void The_part_reaches_both_its_ends()
    {
        DiplomaticPart.Of([1, -1, -1, 1], [1, 1], 1.0).ShouldBe(0.0);
        DiplomaticPart.Of([0.3, 0.1, 0.3, 0.1], [1, 1], 1.0).ShouldBe(1.0);
        DiplomaticPart.Of([0.3, 0.1, 0.3, 0.1], [1, 1], -1.0).ShouldBe(0.0);
    }

    [Fact]
    public void Ties_that_are_no_table_are_refused()
    {
        Should.Throw<ArgumentException>(() => DiplomaticPart.Of([1, 2, 3], [1, 1], 0.0));
        Should.Throw<ArgumentException>(() => DiplomaticPart.Of([], [], 0.0));
        Should.Throw<ArgumentException>(() => DiplomaticPart.Dependence([1, 2, 3], 2));
    }
}
