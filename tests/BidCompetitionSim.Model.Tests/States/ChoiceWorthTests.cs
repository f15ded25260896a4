using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Model.Tests.States;

public sealed class ChoiceWorthTests
{
    private const double Nobody = -0.3;
    private const double Scale = 0.4;
    private static readonly double[] utilities = [0.2, -1.1, 0.9];

    [Fact]
    public void A_host_that_chooses_alone_gets_the_logsum_over_letting_nobody()
    {
        var worth = new ChoiceWorth(Nobody, Nobody, Scale);
        foreach (var u in utilities) worth.Add(u, u);
        worth.Value.ShouldBe((Choice.LogSum([Nobody, .. utilities], Scale) - Nobody) / Scale, 1e-12);
    }

    /// <summary>Against what happens when the choice is really made: Gumbel tastes drawn a million times, the highest U + ε taken, u + ε counted.</summary>
    [Fact]
    public void Where_others_weigh_in_it_gets_what_their_choice_brings_it()
    {
        double[] weighed = [-0.5, 1.2, 0.4];
        const double nobodyWeighed = -0.2;
        var worth = new ChoiceWorth(Nobody, nobodyWeighed, Scale);
        for (var k = 0; k < utilities.Length; k++) worth.Add(utilities[k], weighed[k]);

        var random = new System.Random(7);
        const int draws = 1_000_000;
        double mean = 0, square = 0;
        for (var n = 0; n < draws; n++)
        {
            var (best, gets) = (double.NegativeInfinity, 0.0);
            for (var k = -1; k < utilities.Length; k++)
            {
                var taste = Scale * (-Math.Log(-Math.Log(1 - random.NextDouble())) - 0.57721566490153286);
                var (u, decides) = k < 0 ? (Nobody, nobodyWeighed) : (utilities[k], weighed[k]);
                if (decides + taste > best) (best, gets) = (decides + taste, u + taste);
            }
            var gained = (gets - Nobody) / Scale;
            mean += gained / draws;
            square += gained * gained / draws;
        }
        worth.Value.ShouldBe(mean, 4 * Math.Sqrt((square - mean * mean) / draws));
        worth.Value.ShouldBeLessThan((Choice.LogSum([Nobody, .. utilities], Scale) - Nobody) / Scale);
    }

    [Fact]
    public void Utilities_of_any_size_are_summed_without_overflow()
    {
        var worth = new ChoiceWorth(0, 0, 1);
        foreach (var u in new[] { -900.0, 900, 899 }) worth.Add(u, u);
        worth.Value.ShouldBe(900 + Math.Log(1 + Math.Exp(-1)), 1e-12);
    }
}
