using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Model.Tests.Sponsors;

/// <summary>
/// The odds of winning and the logsum against numbers that others printed. The whole formula, participation and doubt together, is the
/// model's own; compared are the logit with its scale, the sum over sets of bidders, and the logsum.
/// </summary>
public sealed class V4_published_odds
{
    private const double Nobody = double.NegativeInfinity;

    // Hayward, University of Alberta, "Elo" (webdocs.cs.ualberta.ca/~hayward/670gga/jem/elo.html): score differences and win rates, two decimals.
    // The rating is a utility whose taste has the scale 400/ln 10.
    [Theory]
    [InlineData(0, 0.50)]
    [InlineData(50, 0.57)]
    [InlineData(100, 0.64)]
    [InlineData(150, 0.70)]
    [InlineData(200, 0.76)]
    [InlineData(250, 0.81)]
    [InlineData(300, 0.85)]
    [InlineData(350, 0.88)]
    [InlineData(400, 0.91)]
    [InlineData(450, 0.93)]
    [InlineData(500, 0.95)]
    public void One_certain_rival_is_beaten_as_often_as_Elos_table_says(double lead, double published)
    {
        var scale = 400 / Math.Log(10);

        WinProbability.Of(1000 + lead, Nobody, scale, [new RivalBelief(1000, scale, 1)]).ShouldBe(published, 0.00501);
    }

    // NPTEL, course 105101087, lecture 9 "Modal split", page 14 (archive.nptel.ac.in): a car at cost 6.85 is chosen with 0.059 against a bus at 4.09
    // (the bus with 0.9403), and with 0.02003 against a train at 2.96 (0.979); digits cut off, not rounded.
    [Theory]
    [InlineData(6.85, 4.09, 0.059, 1e-3)]
    [InlineData(4.09, 6.85, 0.9403, 2e-4)]
    [InlineData(6.85, 2.96, 0.02003, 1e-5)]
    [InlineData(2.96, 6.85, 0.979, 1e-3)]
    public void A_mode_is_chosen_as_often_as_in_the_lecture_on_modal_split(double cost, double other, double published, double cutOff) =>
        WinProbability.Of(-cost, Nobody, 1, [new RivalBelief(-other, 1, 1)]).ShouldBe(published, cutOff);

    // Chao and Strawderman (1972), Negative moments of positive random variables, Journal of the American Statistical Association 67, 429–431: for X
    // binomial, E[1/(1+X)] = (1 − qⁿ⁺¹)/((n+1)·p): the chance of one among equals of whom each rival turns up with p.
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.5)]
    [InlineData(5, 0.9)]
    [InlineData(12, 0.2)]
    public void Among_equals_who_may_turn_up_the_chance_is_the_negative_moment_of_the_binomial(int rivals, double participation)
    {
        var published = (1 - Math.Pow(1 - participation, rivals + 1)) / ((rivals + 1) * participation);

        WinProbability.Of(0.7, Nobody, 0.55, [.. Enumerable.Repeat(new RivalBelief(0.7, 0.55, participation), rivals)]).ShouldBe(published, 1e-14);
    }

    // Hawkins, ENCI707 Engineering Demand and Policy Analysis, lecture 6 (hawkins-tech-lab.github.io): two equal routes in a nest of scale φ have the
    // inclusive value −t + φ·ln 2, and a route outside it that takes as long is chosen with 1/(1 + 2^φ).
    [Theory]
    [InlineData(30, 1)]
    [InlineData(30, 0.3)]
    [InlineData(4, 0.55)]
    public void Two_equal_routes_are_worth_a_logsum_more_than_one(double time, double scale)
    {
        var inclusive = Choice.LogSum([-time, -time], scale);
        var chosen = new double[2];
        Choice.Probabilities([-time, inclusive], 1, chosen);

        inclusive.ShouldBe(-time + scale * Math.Log(2), 1e-13);
        chosen[0].ShouldBe(1 / (1 + Math.Pow(2, scale)), 1e-14);
    }

    // Levinson et al., Fundamentals of Transportation (Wikibooks), "Mode choice", solution: utilities −5 and −5 have e^u = 0.0067 each, the sum 0.0134.
    [Fact]
    public void The_logsum_of_the_Dakotopolis_trips_is_that_of_the_wikibook() =>
        Math.Exp(Choice.LogSum([-5, -5], 1)).ShouldBe(0.0134, 1e-4);
}
