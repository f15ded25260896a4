using BidCompetitionSim.Model.Scoring;

namespace BidCompetitionSim.Model.Tests.Scoring;

/// <summary>
/// What the scores are made of against numbers that others printed. Viability, cohesion and the diplomatic part are formulas of the model's
/// own, for which no published example can exist; compared are the logistic function, the weighted geometric mean, the mean over time and
/// the weighted standard deviation inside them.
/// </summary>
public sealed class V3_published_scores
{
    // SciPy reference, scipy.special.expit: at −1.5 and 1.5 it is 0.18242552 and 0.81757448. Hayward's table of Elo win rates (University of Alberta): the
    // logistic function at ln 10/2 and ln 10 is 0.76 and 0.91.
    [Theory]
    [InlineData(-1.5, 0.18242552, 5e-9)]
    [InlineData(0, 0.5, 1e-15)]
    [InlineData(1.5, 0.81757448, 5e-9)]
    [InlineData(1.151292546497023, 0.76, 0.005)]
    [InlineData(2.302585092994046, 0.91, 0.005)]
    public void Every_term_of_viability_is_the_logistic_function(double units, double published, double rounding)
    {
        ProjectViability.ReturnTerm(0.09 + 0.03 * units, -1, 0.09).ShouldBe(published, rounding);
        ProjectViability.CoverTerm(1.2 + 0.4 * units).ShouldBe(published, rounding);
        ProjectViability.DebtTerm(0.6, 0.6 + 0.1 * units).ShouldBe(published, rounding);
    }

    // SciPy reference, scipy.stats.gmean: of 1, 4, 7 with weights 3, 1, 3 it is 2.80668351922014, of 1 and 4 it is 2.0. Here tenths, as parts lie in
    // [0.01, 1], so the score is ten times the published mean. CohesionTests holds the human development index, with equal weights.
    [Fact]
    public void Cohesion_is_the_weighted_geometric_mean_of_SciPy()
    {
        const CohesionPresence First = CohesionPresence.Physical | CohesionPresence.Institutional;
        var weights = new CohesionParts(3, 1, 3, 1, 1);

        Cohesion.Score(new(0.1, 0.4, 0.7, double.NaN, double.NaN), weights, First | CohesionPresence.PeopleToPeople)
            .ShouldBe(28.0668351922014, 1e-12);
        Cohesion.Score(new(0.1, 0.4, double.NaN, double.NaN, double.NaN), weights with { Physical = 1 }, First).ShouldBe(20, 1e-12);
    }

    // United States, 29 CFR 1910.1000(d)(1)(ii): two hours at 150 ppm, two at 75 and four at 50 average 81.25 ppm.
    [Fact]
    public void A_mean_over_time_is_that_of_the_exposure_to_air_contaminants()
    {
        var exposure = new TimeAverage(0, 150);
        exposure.ChangeTo(2, 75);
        exposure.ChangeTo(4, 50);

        exposure.Until(8).ShouldBe(81.25);
    }

    // Sciencing, "How to calculate time-weighted averages" (sciencing.com): 13 hours at 86 dB, 23 at 26 and 4 at none average 42.9 dB.
    [Fact]
    public void A_mean_over_time_is_that_of_a_week_of_noise()
    {
        var noise = new TimeAverage(100, 86);
        noise.ChangeTo(113, 26);
        noise.ChangeTo(136, 0);

        noise.Until(140).ShouldBe(42.9, 1e-12);
    }

    // MathWorks, MATLAB reference, std: columns 1, 3, −9 and 5, 7, 2 with weights 1, 1, 0.5 have 4.4900 and 1.8330. Here tenths, as leanings of three
    // states with those populations; with the best of ties between states the part is 1 − ½·spread.
    [Theory]
    [InlineData(1, 3, -9, 4.4900)]
    [InlineData(5, 7, 2, 1.8330)]
    public void The_spread_of_leanings_is_the_weighted_deviation_of_MATLAB(double first, double second, double third, double published)
    {
        var part = DiplomaticPart.Of([first / 10, 0, second / 10, 0, third / 10, 0], [1, 1, 0.5], meanStateTie: 1);

        (10 * 2 * (1 - part)).ShouldBe(published, 5e-5);
    }
}
