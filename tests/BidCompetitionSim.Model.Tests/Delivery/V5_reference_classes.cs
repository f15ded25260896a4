using BidCompetitionSim.Model.Delivery;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Delivery;

public sealed class V5_reference_classes
{
    private static readonly ReferenceClass RailCost = ReferenceClass.FromMoments(1.447, 0.384);
    private static readonly CostOverrun RailOverrun = new(RailCost, Some.Delivery());

    [Theory]
    [InlineData(1.447, 0.384, 0.3354646759944, 0.2608745739046, 1.398590125509, 1.741979755049)]
    [InlineData(1.338, 0.624, 0.1927766485719, 0.4436199119384, 1.212611924666, 1.761448683489)]
    [InlineData(1.204, 0.299, 0.1557267433085, 0.2446328006550, 1.168506857142, 1.435645972204)]
    [InlineData(0.486, 0.281, -0.8657511343511, 0.5370372040547, 0.4207354050921, 0.6611535145368)]
    [InlineData(1.095, 0.443, 0.0149633206585, 0.3893354404880, 1.015075831620, 1.408656332486)]
    public void Moments_give_the_worked_parameters(double mean, double sd, double logMean, double logSd, double median, double p80)
    {
        var ratio = ReferenceClass.FromMoments(mean, sd);

        ratio.LogMean.ShouldBe(logMean, 1e-9);
        ratio.LogSd.ShouldBe(logSd, 1e-9);
        ratio.Median.ShouldBe(median, 1e-9);
        Quantile(ratio, 0.8).ShouldBe(p80, 1e-9);
        ratio.Mean.ShouldBe(mean, 1e-12);
        ratio.ProbabilityBelow(p80).ShouldBe(0.8, 1e-9);
    }

    // Flyvbjerg and COWI (2004) for the British Department for Transport, reproduced in Flyvbjerg (2008), European
    // Planning Studies 16(1): uplifts for an even chance of staying in budget are 40 % for rail, 15 % for roads and 23 %
    // for bridges and tunnels. Means and standard deviations: Flyvbjerg, Holm and Buhl (2003), Transport Reviews 23(1).
    [Theory]
    [InlineData(1.447, 0.384, 0.40)]
    [InlineData(1.204, 0.299, 0.15)]
    [InlineData(1.338, 0.624, 0.23)]
    public void Medians_agree_with_the_published_uplifts_to_two_points(double mean, double sd, double uplift) =>
        (ReferenceClass.FromMoments(mean, sd).Median - 1).ShouldBe(uplift, 0.02);

    // Flyvbjerg (2007), Transportation Planning and Technology 30(1), 9–30: a quarter of urban rail projects overrun by at least
    // 60 %, and a quarter have ridership at least 68 % under forecast. A lognormal is a little wider than the sample.
    [Fact]
    public void Quartiles_of_urban_rail_are_near_the_published_ones()
    {
        (Quantile(RailCost, 0.75) - 1).ShouldBe(0.60, 0.08);
        Quantile(ReferenceClass.FromMoments(0.486, 0.281), 0.25).ShouldBe(0.32, 0.04);
    }

    [Fact]
    public void At_the_sample_means_the_median_is_the_classs() =>
        RailOverrun.Factor(0.7, 0.85, 1, 0).ShouldBe(RailCost.Median, 1e-12);

    [Fact]
    public void Over_the_reference_sample_the_class_keeps_its_moments()
    {
        const int strata = 30;
        double count = 0, sum = 0, logSum = 0, logSquares = 0;
        for (var cell = 0; cell < strata * strata * strata; cell++)
        {
            var governance = 0.7 + 0.15 * Normal(cell % strata, strata);
            var quality = 0.85 + 0.1 * Normal(cell / strata % strata, strata);
            var factor = RailOverrun.Factor(governance, quality, 1, Normal(cell / strata / strata, strata));
            count++;
            sum += factor;
            logSum += Math.Log(factor);
            logSquares += Math.Log(factor) * Math.Log(factor);
        }

        var logMean = logSum / count;
        logMean.ShouldBe(RailCost.LogMean, 1e-6);
        Math.Sqrt(logSquares / count - logMean * logMean).ShouldBe(RailCost.LogSd, 0.03 * RailCost.LogSd);
        (sum / count).ShouldBe(1.447, 0.005);
    }

    [Fact]
    public void What_governance_and_quality_explain_is_taken_from_the_residual()
    {
        var residual = Elementary.Log(RailOverrun.Factor(0.5, 0.5, 1, 1) / RailOverrun.Factor(0.5, 0.5, 1, 0));
        (residual * residual + 0.03 * 0.03 + 0.03 * 0.03).ShouldBe(RailCost.LogSd * RailCost.LogSd, 1e-12);
    }

    [Fact]
    public void Weak_governance_low_quality_and_a_price_under_cost_raise_the_overrun()
    {
        (RailOverrun.Factor(0.3, 0.85, 1, 0) / RailCost.Median).ShouldBe(Math.Exp(0.2 * 0.4), 1e-12);
        (RailOverrun.Factor(0.7, 0.70, 1, 0) / RailCost.Median).ShouldBe(Math.Exp(0.3 * 0.15), 1e-12);
        (RailOverrun.Factor(0.7, 0.85, 1.21, 0) / RailCost.Median).ShouldBe(1.1, 1e-12);
        RailOverrun.Factor(0.7, 0.85, 0.8, 0).ShouldBe(RailCost.Median, 1e-12);
    }

    [Fact]
    public void Covariates_that_explain_more_than_there_is_are_refused() => Should.Throw<ArgumentException>(() =>
        new CostOverrun(RailCost, Some.Delivery() with { GovernanceEffect = 2, GovernanceSd = 0.5 }));

    [Fact]
    public void Delay_keeps_its_own_class_and_correlates_with_the_overrun()
    {
        const int strata = 200;
        var delay = new BuildDelay(ReferenceClass.FromMoments(1.34, 0.4), 0.5);
        double sum = 0, covariance = 0, variance = 0;
        for (var cell = 0; cell < strata * strata; cell++)
        {
            var overrun = Normal(cell % strata, strata);
            var logDelay = (Math.Log(delay.Factor(overrun, Normal(cell / strata, strata))) - delay.Delay.LogMean) / delay.Delay.LogSd;
            sum += logDelay;
            covariance += overrun * logDelay;
            variance += logDelay * logDelay;
        }

        (sum / strata / strata).ShouldBe(0, 1e-9);
        (covariance / variance).ShouldBe(0.5, 1e-9);
        (variance / strata / strata).ShouldBe(1, 0.01);
    }

    // The middle of a stratum of equal probability: a sample without sampling error.
    private static double Normal(int stratum, int strata) => Elementary.InverseNormal((stratum + 0.5) / strata);

    private static double Quantile(ReferenceClass ratio, double probability) => ratio.At(Elementary.InverseNormal(probability));
}
